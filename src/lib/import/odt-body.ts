import { countLeftOut, type LeftOut, type LeftOutKind } from './left-out.ts';
import { closeCell, closeRow, endLine, newFlow, openCell, openRow, textOf } from './text-flow.ts';
import type { XmlAttributes, XmlHandler } from './xml-part.ts';

/** What is no part of the text, and as what it is told; null = it is not worth telling. */
const outside: ReadonlyMap<string, LeftOutKind | null> = new Map([
	['text:tracked-changes', null], // what was deleted; its deletions are counted below
	['office:annotation', 'comments'],
	['office:annotation-end', null],
	['text:note', 'footnotes'],
	['text:hidden-text', 'hidden-text'],
	['text:hidden-paragraph', 'hidden-text'],
	['text:ruby-text', null],
	['office:forms', null],
	['office:scripts', null],
	['office:settings', null],
	['office:automatic-styles', null],
	['office:styles', null],
	['office:font-face-decls', null],
	['text:sequence-decls', null],
	['text:variable-decls', null],
	['text:user-field-decls', null],
	['draw:object', 'objects'],
	['draw:object-ole', 'objects'],
	['text:script', 'scripts']
]);
/** Text in these stands apart from the paragraph they are anchored in. */
const boxes = new Set('draw:text-box draw:custom-shape draw:rect draw:ellipse draw:polygon draw:path'.split(' '));
const mostBlanks = 1000; // in a row, as one `text:s` may claim

/** The handler that gathers the text of `content.xml`; blanks in a row count as one, as OpenDocument wants it. */
export const odtBody = (
	hiddenStyles: ReadonlySet<string>,
	leftOut: LeftOut
): { handler: XmlHandler; finish: () => string } => {
	const main = newFlow();
	const flows = [main];
	let flow = main;
	let skipping = 0; // depth inside something that is left out
	let paragraphs = 0; // paragraphs that are open: text outside them is layout
	const outer: number[] = []; // the paragraphs around each text box

	let isBlankBefore = true; // a blank now would follow another blank, or begin the line
	const add = (piece: string) => {
		flow.line += piece;
		isBlankBefore = /[ \t\n]$/.test(piece.slice(-1));
	};
	const isHidden = (attributes: XmlAttributes) =>
		hiddenStyles.has(attributes['text:style-name'] ?? '') || attributes['text:display'] === 'none';

	const open = (name: string, attributes: XmlAttributes) => {
		if (skipping > 0) {
			if (name === 'text:deletion') countLeftOut(leftOut, 'deleted-text');
			skipping += 1;
			return;
		}
		const kind = outside.get(name);
		if (kind !== undefined) {
			if (kind !== null) countLeftOut(leftOut, kind);
			skipping = 1;
			return;
		}
		switch (name) {
			case 'text:p':
			case 'text:h':
			case 'text:span':
			case 'text:section':
				if (isHidden(attributes)) {
					countLeftOut(leftOut, 'hidden-text');
					skipping = 1;
				} else if (name === 'text:p' || name === 'text:h') {
					paragraphs += 1;
					isBlankBefore = true;
				}
				break;
			case 'text:s':
				add(' '.repeat(Math.min(mostBlanks, Math.max(1, Number(attributes['text:c'] ?? 1) || 1))));
				isBlankBefore = false;
				break;
			case 'text:tab':
				add('\t');
				break;
			case 'text:line-break':
				add('\n');
				break;
			case 'table:table':
				countLeftOut(leftOut, 'tables');
				break;
			case 'table:table-row':
				openRow(flow);
				break;
			case 'table:table-cell':
				openCell(flow);
				break;
			case 'draw:image':
				countLeftOut(leftOut, 'pictures');
				break;
		}
		if (boxes.has(name)) {
			outer.push(paragraphs);
			flow = newFlow();
			flows.push(flow);
			paragraphs = 0;
		}
	};

	const close = (name: string) => {
		if (skipping > 0) {
			skipping -= 1;
			return;
		}
		switch (name) {
			case 'text:p':
			case 'text:h':
				paragraphs -= 1;
				endLine(flow);
				break;
			case 'table:table-cell':
				closeCell(flow);
				break;
			case 'table:table-row':
				closeRow(flow);
				break;
		}
		if (boxes.has(name)) {
			const box = flows.length > 1 ? flows.pop() : undefined;
			flow = flows.at(-1) ?? main;
			paragraphs = outer.pop() ?? 0;
			flow.boxes.push(...(box?.lines ?? []));
		}
	};

	const text = (piece: string) => {
		if (skipping > 0 || paragraphs === 0) return;
		const words = piece.replaceAll(/[ \t\r\n]+/g, ' ');
		add(words.startsWith(' ') && isBlankBefore ? words.slice(1) : words);
	};

	return { handler: { open, close, text }, finish: () => textOf(main) };
};
