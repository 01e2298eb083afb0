import type { UserId } from '../project/ids.ts';
import type { Coding } from './coding.ts';

/** Who wrote the note of a coding. */
export type NoteWriters = {
	/** who wrote it last; null = the coder */
	readonly memoBy: UserId | null;
	/** everybody who wrote in it since it was empty; none = only who wrote it last */
	readonly memoWriters: readonly UserId[];
};
type Noted = NoteWriters & Pick<Coding, 'memo' | 'coderId'>;

/** Everybody who wrote in a note since it was empty. */
export const writersOf = ({ memo, memoBy, memoWriters, coderId }: Noted): readonly UserId[] =>
	memo === '' ? [] : memoWriters.length > 0 ? memoWriters : [memoBy ?? coderId];

/** Who wrote a note once somebody made it say `memo`; whoever wrote in it before counts until it is emptied. */
export const writtenBy = (before: Noted, memo: string, by: UserId): NoteWriters => {
	if (memo === before.memo) return { memoBy: before.memoBy, memoWriters: before.memoWriters };
	if (memo === '') return { memoBy: null, memoWriters: [] };
	return { memoBy: by, memoWriters: [...new Set([...writersOf(before), by])] };
};

/** Who wrote the note that some notes become together, the own one first. */
export const writersTogether = (notes: readonly Noted[]): NoteWriters => ({
	memoBy: notes.find(({ memo }) => memo !== '')?.memoBy ?? null,
	memoWriters: [...new Set(notes.flatMap(writersOf))]
});
