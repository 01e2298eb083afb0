import { hang, itemSign, type Inline, type RichText, type TextMark, type TextReference } from './rich-text.ts';

const escape = (text: string): string => text.replaceAll(/[\\`*_[\]<>#|~]/g, '\\$&');

/** Signs that would make a list, a heading or a rule of a line, where they stand first. */
const escapeStart = (line: string): string =>
	line.replace(/^(\s*)([-+=])/, '$1\\$2').replace(/^(\s*\d+)([.)])/, '$1\\$2');

/** Marks do not close after a space: the space goes outside. */
const marked = (text: string, marks: readonly TextMark[]): string => {
	const words = text.trim();
	if (words === '' || marks.length === 0) return escape(text);
	const sign = (marks.includes('bold') ? '**' : '') + (marks.includes('italic') ? '*' : '');
	const from = text.indexOf(words);
	return text.slice(0, from) + sign + escape(words) + [...sign].reverse().join('') + text.slice(from + words.length);
};

const lineMarkdown = (content: readonly Inline[], addressOf: (reference: TextReference) => string | null): string =>
	escapeStart(
		content
			.map((inline) => {
				switch (inline.kind) {
					case 'text':
						return marked(inline.text, inline.marks);
					case 'reference': {
						const address = addressOf(inline);
						return address === null ? `[${escape(inline.label)}]` : `[${escape(inline.label)}](<${address}>)`;
					}
					case 'break':
						return '  \n';
					default:
						return inline satisfies never;
				}
			})
			.join('')
	);

/** The text as Markdown, for an export; `addressOf` gives where a link leads, null for a name in brackets. */
export const markdown = (rich: RichText, addressOf: (reference: TextReference) => string | null = () => null): string =>
	rich
		.map((block) => {
			switch (block.kind) {
				case 'heading':
					return `${'#'.repeat(block.level)} ${lineMarkdown(block.content, addressOf)}`;
				case 'paragraph':
					return lineMarkdown(block.content, addressOf);
				case 'list':
					return block.items.map((item, at) => hang(itemSign(block.ordered, at), markdown(item, addressOf))).join('\n');
				default:
					return block satisfies never;
			}
		})
		.join('\n\n');
