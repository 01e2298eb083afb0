import type { CodingId } from '../project/ids.ts';

/** So long a note of a coding may be, in the units in which its input is counted. */
export const longestNote = 10_000;

const between = '\n\n';

/** The notes of passages that become one, one below the other; what is empty adds nothing, and each is there once. */
export const joinNotes = (notes: readonly string[]): string =>
	[...new Set(notes.filter((note) => note !== ''))].join(between);

/**
 * What a passage's own note was before others were joined below it; null when somebody went on with what was joined,
 * so that it cannot be told apart.
 */
export const withoutJoined = (note: string, joined: readonly string[]): string | null => {
	const below = joinNotes(joined);
	if (below === '' || note === below) return below === '' ? note : '';
	return note.endsWith(between + below) ? note.slice(0, -(between + below).length) : null;
};

/** Whose notes went into that of another passage, as the step that joined them kept it. */
export type JoinedNotes = {
	readonly tookMemo: boolean;
	/** absent in steps from before notes were joined, which took one over where there was none */
	readonly memosFrom?: readonly CodingId[];
};

/**
 * The note that a passage had by itself, before those of hidden codings were joined to it; null when somebody went on with
 * it. `notes`: what those codings say.
 */
export const ownNote = (
	memo: string,
	{ tookMemo, memosFrom }: JoinedNotes,
	notes: ReadonlyMap<CodingId, string>
): string | null => {
	if (!tookMemo) return memo;
	// Steps from before do not say whose one note was taken over.
	if (!memosFrom) return [...notes.values()].includes(memo) ? '' : null;
	const joined = memosFrom.map((id) => notes.get(id) ?? '');
	return joined.includes('') ? null : withoutJoined(memo, joined);
};
