import type { ProjectId } from '../project/ids.ts';
import type { Block, Inline, RichText } from '../text/rich-text.ts';
import { plainText, richTextReferences } from '../text/rich-text.ts';
import type { Memo } from './memo.ts';

/** A mention of a code, a coding or a source in the text of a memo. */
export type MemoReference = Extract<Inline, { readonly kind: 'reference' }>;

/** A text with its mentions changed, each in its place. */
export const withReferences = (body: RichText, change: (reference: MemoReference) => MemoReference): RichText =>
	body.map((block): Block => {
		if (block.kind === 'list') return { ...block, items: block.items.map((item) => withReferences(item, change)) };
		return {
			...block,
			content: block.content.map((inline) => (inline.kind === 'reference' ? change(inline) : inline))
		};
	});

/** What stands in the place of a name or words that the reader may not see. */
export const withheldLabel = '…';

/** The key of what a mention is about. */
export const referenceKey = ({ to, id }: Pick<MemoReference, 'to' | 'id'>): string => `${to} ${id}`;

/**
 * A text that came back from a screen, with the labels that were withheld from its reader as they were stored: who may
 * not see them does not wipe them out.
 */
export const withLabelsOf = (body: RichText, stored: RichText): RichText => {
	const labels = new Map(richTextReferences(stored).map((reference) => [referenceKey(reference), reference.label]));
	return withReferences(body, (reference) =>
		reference.label === withheldLabel
			? { ...reference, label: labels.get(referenceKey(reference)) ?? withheldLabel }
			: reference
	);
};

/**
 * The words a memo is found by. Labels of codings and sources are not among them: they may hold words that not every
 * reader of the memo may see, and a search would tell them letter by letter.
 */
export const searchedText = ({ title, body }: Pick<Memo, 'title' | 'body'>): string => {
	const open = withReferences(body, (reference) => (reference.to === 'code' ? reference : { ...reference, label: '' }));
	return `${title}\n${plainText(open)}`.trim();
};

/** Where a mention leads in the program. */
export const mentionPath = (projectId: ProjectId, { to, id }: Pick<MemoReference, 'to' | 'id'>): string => {
	const base = `/projects/${projectId}`;
	switch (to) {
		case 'code':
			return `${base}/codebook?code=${id}`;
		case 'source':
			return `${base}/sources/${id}`;
		case 'coding':
			return `${base}/codings/${id}`;
		default:
			return to satisfies never;
	}
};
