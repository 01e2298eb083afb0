/** One version of the text of a source, in what decides about who reads it. */
export type TextVersion = {
	readonly version: number;
	/** what came before it is only for who prepares the text */
	readonly closesBefore: boolean;
};

/**
 * The oldest version that somebody may read. Who prepares a text reads all; others read none from before the release,
 * and none from before words were taken out that they should not see.
 */
export const firstReadable = (versions: readonly TextVersion[], mayPrepare: boolean): number =>
	mayPrepare ? 1 : Math.max(1, ...versions.filter(({ closesBefore }) => closesBefore).map(({ version }) => version));
