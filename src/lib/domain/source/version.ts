/** One version of the text of a source, in what decides about who reads it. */
export type TextVersion = {
	readonly version: number;
	/** what came before it is only for who prepares the text */
	readonly closesBefore: boolean;
	/** its words are kept sealed, since they name people: nobody reads it here */
	readonly isSealed: boolean;
};

/**
 * The oldest version that somebody may read: none that is sealed. Who prepares a text reads all others; other people read
 * none from before the release, and none from before words were taken out that they should not see.
 */
export const firstReadable = (versions: readonly TextVersion[], mayPrepare: boolean): number =>
	Math.max(
		1,
		...versions.filter(({ isSealed }) => isSealed).map(({ version }) => version + 1),
		...versions.filter(({ closesBefore }) => closesBefore && !mayPrepare).map(({ version }) => version)
	);

/**
 * The oldest version from which somebody's unsaved work is carried to the text as it is now: each that the person may
 * read, and each that was the text since the release, because that stood on the screen then. Where it goes says nothing
 * of the words.
 */
export const firstCarried = (
	versions: readonly (TextVersion & { readonly at: string })[],
	mayPrepare: boolean,
	releasedAt: Date | null
): number => {
	const before = versions.filter(({ at }) => releasedAt !== null && Date.parse(at) <= releasedAt.getTime());
	const atRelease = Math.max(0, ...before.map(({ version }) => version));
	const readable = firstReadable(versions, mayPrepare);
	return atRelease === 0 ? readable : Math.min(readable, atRelease);
};
