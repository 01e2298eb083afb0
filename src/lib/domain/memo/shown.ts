import type { CodeId } from '../project/ids.ts';
import type { RichText } from '../text/rich-text.ts';
import { referenceKey, withheldLabel, withReferences } from './references.ts';

/** What one reader may see of what memos mention. */
export type Mentioned = {
	/** the name of each thing the reader may see, by `referenceKey` */
	readonly names: ReadonlyMap<string, string>;
	/** codes that went into another, with the one that stands for them now */
	readonly survivors: ReadonlyMap<CodeId, CodeId>;
};

/**
 * The text of a memo for one reader: mentions of interviews and codings that he or she may not see, or that are gone,
 * lose their label, and mentions of a merged code lead to the code that stayed.
 */
export const shownBody = (body: RichText, { names, survivors }: Mentioned): RichText =>
	withReferences(body, (reference) => {
		if (reference.to === 'code') return { ...reference, id: survivors.get(reference.id) ?? reference.id };
		return names.has(referenceKey(reference)) ? reference : { ...reference, label: withheldLabel };
	});

/** As `shownBody`, for a file: a coding is called by its reference, since its words leave only with consent. */
export const exportedBody = (body: RichText, mentioned: Mentioned): RichText =>
	withReferences(shownBody(body, mentioned), (reference) =>
		reference.to === 'coding'
			? { ...reference, label: mentioned.names.get(referenceKey(reference)) ?? withheldLabel }
			: reference
	);
