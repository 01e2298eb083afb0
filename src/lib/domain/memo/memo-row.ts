import type { Memo, MemoKind } from './memo.ts';

/** A memo as it leaves the program: with what it is about in words that can be traced, and never the words of a quote. */
export type MemoRow = Pick<Memo, 'title' | 'body' | 'visibility'> & {
	/** `note` = the short note of a coding, which is no memo of its own */
	readonly memoKind: MemoKind | 'note';
	readonly about: Memo['about']['kind'];
	/** of a turn or coding, e.g. `VOL-B-01 · 2023 · beurt 14`; of a source its title, of a participant the code */
	readonly reference: string | null;
	readonly codePath: string | null;
	/** the coding it is about was taken away */
	readonly isRemoved: boolean;
	readonly authorName: string;
	/** ISO 8601, UTC */
	readonly createdAt: string;
	readonly changedAt: string;
	readonly settled: { readonly by: string; readonly at: string } | null;
	/** false: it is about an interview that may not be quoted, or in which a name is not settled; a memo may repeat its words */
	readonly isOpen: boolean;
};
