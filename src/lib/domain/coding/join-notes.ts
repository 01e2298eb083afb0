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
