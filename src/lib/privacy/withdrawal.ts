import type { CaseId, SourceId } from '../domain/project/ids.ts';

/** What hangs on an interview and goes with it, counted. */
export type Attached = {
	/** versions of the text */
	readonly versions: number;
	readonly characters: number;
	readonly turns: number;
	/** of all layers, removed ones included: their words are kept as long as they can come back */
	readonly codings: number;
	/** about the interview, a turn or a coding in it */
	readonly memos: number;
	/** memos about something else that name the interview or quote it: they stay, the name or words go */
	readonly mentions: number;
	/** quotes chosen for a joint display */
	readonly quotes: number;
	/** quotes that reports hold, also where an author took them out of the text: an undo would bring them back */
	readonly reportQuotes: number;
	/** quotes in published factsheets, earlier and withdrawn editions included */
	readonly publishedQuotes: number;
	/** what leans on it or speaks against it beside a possible explanation: quotes, and memos about it */
	readonly evidence: number;
	/** passages that a code is proposed for */
	readonly proposals: number;
	/** codes whose example holds words of it */
	readonly examples: number;
	/** entries of the key: what a placeholder stands for */
	readonly keys: number;
	/** pictures of a place */
	readonly photos: number;
};

/** An interview of a person who withdraws. */
export type WithdrawnInterview = {
	readonly sourceId: SourceId;
	readonly title: string;
	/** other people who took part in it */
	readonly others: readonly { readonly caseId: CaseId; readonly label: string }[];
	readonly attached: Attached;
};

/** What a withdrawal does, before it is done. */
export type Withdrawal = {
	readonly interviews: readonly (WithdrawnInterview & {
		/** others took part: their words go too, since what is said in a group answers what another said */
		readonly takesOthers: boolean;
	})[];
	readonly total: Attached;
	/** classes kept about the person */
	readonly values: number;
	/** memos about the person */
	readonly caseMemos: number;
	/** the last day to withdraw has passed; it can still be done */
	readonly isLate: boolean;
};

const nothing: Attached = {
	versions: 0,
	characters: 0,
	turns: 0,
	codings: 0,
	memos: 0,
	mentions: 0,
	quotes: 0,
	reportQuotes: 0,
	publishedQuotes: 0,
	evidence: 0,
	proposals: 0,
	examples: 0,
	keys: 0,
	photos: 0
};

/**
 * What goes when a person withdraws: every interview he or she took part in, whole. Of a group interview that is the
 * others' words too: a text without one voice still tells what that person said through the answers of the others, and
 * a line of a transcript is not always of the voice it is written under. The preview says so by name, so that a team
 * can ask the others, or make the interview restricted first.
 */
export const withdrawalOf = (input: {
	readonly interviews: readonly WithdrawnInterview[];
	readonly values: number;
	readonly caseMemos: number;
	readonly lastDay: string | null;
	readonly today: string;
}): Withdrawal => ({
	interviews: input.interviews.map((interview) => ({ ...interview, takesOthers: interview.others.length > 0 })),
	total: input.interviews.map(({ attached }) => attached).reduce(plus, nothing),
	values: input.values,
	caseMemos: input.caseMemos,
	isLate: input.lastDay !== null && input.today > input.lastDay
});

const plus = (a: Attached, b: Attached): Attached => ({
	versions: a.versions + b.versions,
	characters: a.characters + b.characters,
	turns: a.turns + b.turns,
	codings: a.codings + b.codings,
	memos: a.memos + b.memos,
	mentions: a.mentions + b.mentions,
	quotes: a.quotes + b.quotes,
	reportQuotes: a.reportQuotes + b.reportQuotes,
	publishedQuotes: a.publishedQuotes + b.publishedQuotes,
	evidence: a.evidence + b.evidence,
	proposals: a.proposals + b.proposals,
	examples: a.examples + b.examples,
	keys: a.keys + b.keys,
	photos: a.photos + b.photos
});
