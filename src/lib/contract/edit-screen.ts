import type { ChangedCodingItem, OrphanItem } from './carried-coding.ts';
import type { SourceVersionItem, TextDifferencesAnswer } from './source-version.ts';
import type { SourceAnswer, SpeakerAnswer, TurnAnswer } from './source.ts';

/** Everything the page shows on which a text is corrected and loose codings get a place. */
export type EditScreen = {
	readonly source: SourceAnswer;
	readonly text: string;
	readonly turns: readonly TurnAnswer[];
	readonly speakers: readonly SpeakerAnswer[];
	readonly mayEdit: boolean;
	/** null: this person may not see codings */
	readonly orphans: readonly OrphanItem[] | null;
	readonly changed: readonly ChangedCodingItem[];
	/** what a loose coding can be given when its own code left the codebook; in tree order */
	readonly codes: readonly { readonly id: string; readonly path: string }[];
	/** whose draft it is that is kept in the browser */
	readonly userId: string;
};

/** A text as it was in one version, with the passage that somebody wants to see there. */
export type SeenVersion = {
	readonly version: number;
	readonly text: string;
	readonly coding: {
		readonly id: string;
		readonly codeName: string;
		readonly coderName: string;
		readonly start: number;
		readonly end: number;
	} | null;
};

/** Everything the page about the versions of a text shows. */
export type VersionsScreen = {
	readonly source: SourceAnswer;
	readonly versions: readonly SourceVersionItem[];
	readonly hasClosed: boolean;
	readonly mayEdit: boolean;
	/** may open versions that are sealed, on their own page */
	readonly mayOpenSealed: boolean;
	/** null: there is one version only, or one version is looked at */
	readonly difference: TextDifferencesAnswer | null;
	readonly seen: SeenVersion | null;
	/** the coding that was asked for stands in a version that this person may not read, or is gone */
	readonly isCodingHidden: boolean;
};
