import type { CodingItem } from '#lib/contract/coding.ts';
import type { Reply } from '../api/ask.ts';
import type { QuoteChange } from './quote-change.ts';

/** The desk of an interview that is open beside the list: what is done to its codings goes into its own history. */
export type OpenDesk = {
	/** whether this coding is one of the desk's */
	readonly has: (quote: CodingItem) => boolean;
	/** how it stands on the desk; null = it was taken away there */
	readonly shown: (quote: CodingItem) => CodingItem | null;
	readonly change: (quote: CodingItem, change: QuoteChange) => void;
	readonly remove: (quote: CodingItem) => void;
	readonly bringBack: (quote: CodingItem) => void;
	/** stores a short memo that was written over another one */
	readonly saveMemo: (quote: CodingItem, memo: string, over: string) => Promise<Reply<unknown>>;
};
