import type { AreaId, SourceId } from '../project/ids.ts';
import type { Group } from '../source/source.ts';

/** An interview that a file rests on. */
export type InterviewFact = {
	readonly sourceId: SourceId;
	readonly areaId: AreaId;
	readonly areaName: string;
	readonly group: Group;
};

/** A quote in a file. */
export type QuotedFact = {
	readonly place: string;
	readonly reference: string;
	readonly sourceId: SourceId;
	/** who speaks allows it; else its words stay out of the file */
	readonly mayShow: boolean;
};

/** A value of an indicator in a file. */
export type FigureFact = {
	readonly place: string;
	readonly label: string;
	readonly year: number;
	/** respondents, or the base of the rate; null = not known */
	readonly n: number | null;
	readonly isSuppressed: boolean;
	/** the file still says what the figure was before it was suppressed */
	readonly saysOlder: boolean;
};

/** A block of a text that does not tell what a small group says, since that would point to somebody. */
export type HeldBackFact = { readonly place: string };

/** A table of a study in which numbers of people stand that are too small, and how many. */
export type SmallCountsFact = { readonly place: string; readonly label: string; readonly n: number };

/** Interviews, each once, quotes and figures that a file rests on, and what it holds back. */
export type FileFacts = {
	readonly interviews: readonly InterviewFact[];
	readonly quotes: readonly QuotedFact[];
	readonly figures: readonly FigureFact[];
	readonly heldBack: readonly HeldBackFact[];
	readonly smallCounts: readonly SmallCountsFact[];
};

/** A file of which nothing is to be looked through. */
export const noFacts: FileFacts = { interviews: [], quotes: [], figures: [], heldBack: [], smallCounts: [] };
