import type { SeriesComparison } from '../indicator/series-geometry.ts';
import { fail, ok, type Result } from '../problem.ts';
import type { AreaId, CodeId, CodingId, IndicatorId, LiveBlockId, PillarId, UserId } from '../project/ids.ts';
import type { Group } from '../source/source.ts';

/**
 * A quote, a figure in words or as a line, how many interviews say something, the judgements of a joint display, or its
 * figures.
 */
export type LiveKind = 'quote' | 'figure' | 'chart' | 'count' | 'display' | 'table';

/** What interviews say about a theme, as far as it is counted. */
export const countedSayings = ['mentions', 'forward', 'backward', 'improve', 'good'] as const;
export type CountedSaying = (typeof countedSayings)[number];

/** Whose interviews are counted. */
export const countedGroups = ['together', 'resident', 'professional'] as const;
export type CountedGroup = 'together' | Group;

/** What a live block shows, of the pillar and the area it was placed in and the rounds of its report. */
export type LiveRef =
	| {
			readonly kind: 'quote';
			readonly codingId: CodingId;
			/** the words with "(…)" for what was left out; null = all of them */
			readonly shortened: string | null;
	  }
	| { readonly kind: 'figure' | 'chart'; readonly indicatorId: IndicatorId }
	| {
			readonly kind: 'count';
			readonly codeId: CodeId;
			readonly group: CountedGroup;
			readonly saying: CountedSaying;
	  }
	| { readonly kind: 'display' }
	| { readonly kind: 'table' };

/** What a live block says, in the language of its report. */
export type Said =
	| { readonly kind: 'quote'; readonly text: string; readonly reference: string }
	| { readonly kind: 'lines'; readonly lines: readonly string[] }
	| ({ readonly kind: 'table' } & SaidTable)
	| ({ readonly kind: 'chart'; readonly table: SaidTable } & SaidChart);

export type SaidTable = {
	readonly caption: string;
	readonly columns: readonly string[];
	/** the first cell of a row is its header */
	readonly rows: readonly (readonly string[])[];
};

/** A line over some moments, and what it shows in words. */
export type SaidChart = {
	/** what is drawn, in a line that stands with it; absent in a chart that was placed without */
	readonly caption?: string;
	readonly description: string;
	/** the word beside the mark of a trend break */
	readonly breakWord: string;
	readonly points: readonly {
		readonly label: string;
		readonly value: number | null;
		/** the value in the notation of the report */
		readonly shown: string;
		readonly lower: number | null;
		readonly upper: number | null;
		/** not comparable with the moment before it */
		readonly breakBefore: boolean;
	}[];
	/** other areas at the same moments; absent in a chart that was placed without */
	readonly comparisons?: readonly SeriesComparison[];
};

/** What the data say now; the fingerprint tells whether that is the same. */
export type Current =
	| {
			readonly kind: 'there';
			readonly said: Said;
			readonly fingerprint: string;
			/** what it does not tell of interviews, since they are too few (R12); absent = it tells all */
			readonly heldBack?: HeldBack;
	  }
	/** the coding, indicator or theme was taken away */
	| {
			readonly kind: 'gone';
			/** what stands in the place of a count of too few interviews, or of how many nobody can tell; absent = it may be read */
			readonly heldBack?: Said;
	  }
	/** somebody in the interview does not want these words to be shown, or it may not be used any more */
	| { readonly kind: 'not-allowed' };

/** Not told apart what groups say, or nothing of what was said. */
export type HeldBack = 'apart' | 'all';

/** A block of a report that leans on data. It keeps what it said when it was placed or refreshed. */
export type LiveBlock = {
	readonly id: LiveBlockId;
	readonly pillarId: PillarId;
	readonly areaId: AreaId;
	readonly ref: LiveRef;
	readonly said: Said;
	readonly fingerprint: string;
	readonly saidAt: Date;
	readonly saidBy: UserId;
	/** somebody kept the words while the data said something else, and why */
	readonly kept: Kept | null;
};

export type Kept = {
	/** of what the data said when it was kept */
	readonly fingerprint: string;
	readonly reason: string;
	readonly by: UserId;
	readonly at: Date;
};

/** How a block stands beside the data of now. */
export type LiveState = 'same' | 'changed' | 'kept' | 'gone' | 'not-allowed';

/** Stands for the data of a block that is gone; no fingerprint looks like it. */
const goneFingerprint = 'gone';

/** Whether a block still says what the data say; consent comes before all else. */
export const liveState = (block: Pick<LiveBlock, 'fingerprint' | 'kept'>, now: Current): LiveState => {
	if (now.kind === 'not-allowed') return 'not-allowed';
	const present = now.kind === 'gone' ? goneFingerprint : now.fingerprint;
	if (present === block.fingerprint) return 'same';
	if (block.kept?.fingerprint === present) return 'kept';
	return now.kind === 'gone' ? 'gone' : 'changed';
};

/**
 * What may be read of a block: what it said when it was placed, unless that tells what interviews say of which so few are
 * there now that this is held back; also once its theme is gone.
 */
export const shownSaid = ({ said }: Pick<LiveBlock, 'said'>, now: Current): Said => {
	if (now.kind === 'gone') return now.heldBack ?? said;
	if (now.kind !== 'there' || now.heldBack === undefined) return said;
	return now.heldBack === 'all' || columnsOf(said) > columnsOf(now.said) ? now.said : said;
};

/** A table that tells groups apart has a column for each. */
const columnsOf = (said: Said): number => (said.kind === 'table' ? said.columns.length : 0);

/** Whether a block that stands in a text does not tell what interviews say of which too few are there. */
export const isHeldBack = (block: Pick<LiveBlock, 'fingerprint' | 'kept'>, now: Current): boolean =>
	now.kind !== 'not-allowed' && now.heldBack !== undefined && mayStand(liveState(block, now));

/**
 * Whether nothing of a block that stands in a text is told, since it would tell what too few interviews say: a count, or a
 * block whose theme is gone. A table that is held back still tells the rest, and says itself what it leaves out.
 */
export const isUntold = (block: Pick<LiveBlock, 'ref' | 'fingerprint' | 'kept'>, now: Current): boolean =>
	(block.ref.kind === 'count' || now.kind === 'gone') && isHeldBack(block, now);

/** Lets a block say what the data say now. */
export const refreshBlock = (block: LiveBlock, ref: LiveRef, now: Current, by: UserId, at: Date): Result<LiveBlock> => {
	if (now.kind === 'not-allowed') return fail('report-block-not-allowed');
	if (now.kind === 'gone') return fail('report-block-gone');
	return ok({ ...block, ref, said: now.said, fingerprint: now.fingerprint, saidBy: by, saidAt: at, kept: null });
};

/** Keeps what a block says though the data changed, with a reason; never words that may not be shown. */
export const keepBlock = (block: LiveBlock, now: Current, reason: string, by: UserId, at: Date): Result<LiveBlock> => {
	const state = liveState(block, now);
	if (state === 'not-allowed') return fail('report-block-not-allowed');
	if (state === 'same') return fail('report-block-same');
	const fingerprint = now.kind === 'there' ? now.fingerprint : goneFingerprint;
	return ok({ ...block, kept: { fingerprint, reason, by, at } });
};

/** Whether what a block says may stand in a file: words without consent never do. */
export const mayStand = (state: LiveState): boolean => state !== 'not-allowed' && state !== 'gone';
