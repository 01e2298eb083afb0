import type { UserId } from '../project/ids.ts';
import type { Coding } from './coding.ts';

/** Who wrote the note of a coding. */
export type NoteWriters = {
	/** everybody who wrote in it since it was empty, who wrote it last at the end; none = its coder alone */
	readonly memoWriters: readonly UserId[];
};
type Noted = NoteWriters & Pick<Coding, 'memo' | 'coderId'>;

/** Everybody who wrote in a note since it was empty, who wrote it last at the end. */
export const writersOf = ({ memo, memoWriters, coderId }: Noted): readonly UserId[] =>
	memo === '' ? [] : memoWriters.length > 0 ? memoWriters : [coderId];

/** Who wrote a note once somebody made it say `memo`; whoever wrote in it before counts until it is emptied. */
export const writtenBy = (before: Noted, memo: string, by: UserId): NoteWriters => {
	if (memo === before.memo) return { memoWriters: before.memoWriters };
	if (memo === '') return { memoWriters: [] };
	return { memoWriters: inOrder([...writersOf(before), by]) };
};

/** Who wrote the note that some notes become together; who wrote the first of them last still counts as that. */
export const writersTogether = (notes: readonly Noted[]): NoteWriters => ({
	memoWriters: inOrder(notes.toReversed().flatMap(writersOf))
});

/** Each person once, in the place of the last time. */
const inOrder = (writers: readonly UserId[]): readonly UserId[] =>
	writers.filter((writer, at) => writers.lastIndexOf(writer) === at);
