import type { DecisionBasis } from '../domain/integration/decision-basis.ts';
import type { PillarId, SourceId, WaveId } from '../domain/project/ids.ts';
import { liveState, type Current, type LiveBlock, type LiveState } from '../domain/report/live-block.ts';
import type { ReportLanguage } from '../domain/report/report.ts';
import { buildJointDisplay } from '../merge/build-display.ts';
import type { DisplayInput, DisplayRow, DisplaySource, JointDisplay, RowDecision } from '../merge/joint-display.ts';
import { interviewsInScope } from '../merge/scope.ts';
import { currentOf, type QuoteNow } from './live-said.ts';
import { voicePart, type VoicePart } from './voice-part.ts';

/** A joint display of the area of a source, as it was loaded. */
type LoadedDisplay = Omit<DisplayInput, 'comparisonAreas'>;

/** A block that stands in a text of a report. */
type Placed = {
	readonly block: LiveBlock;
	readonly report: { readonly fromWaveId: WaveId; readonly toWaveId: WaveId; readonly language: ReportLanguage };
};

/** What may lean on a source: blocks in texts, the passages they quote, and the displays they and decisions count in. */
export type UsesInput<P extends Placed> = {
	readonly sourceId: SourceId;
	readonly placed: readonly P[];
	readonly passages: ReadonlyMap<string, QuoteNow>;
	readonly displays: readonly LoadedDisplay[];
};

/** A block that leans on a source: it quotes it, or its numbers count it; and how it stands beside the data of now. */
export type BlockUse<P extends Placed> = {
	readonly placed: P;
	readonly part: 'quotes' | VoicePart;
	readonly state: LiveState;
	readonly now: Current;
};

/** A judgement on a theme on which a source has something to say. */
export type DecisionUse = {
	readonly display: JointDisplay;
	readonly row: DisplayRow;
	readonly decision: RowDecision;
	/** it was among the voices when somebody decided; null = what it was made on was not kept then */
	readonly wasHeard: boolean | null;
	/** it is among the voices now */
	readonly isHeard: boolean;
};

/** What leans on a source now, worked out by the same rules as show it. */
export type SourceUses<P extends Placed> = {
	readonly blocks: readonly BlockUse<P>[];
	readonly decisions: readonly DecisionUse[];
	/** whether it says something on a theme of a pillar, in one of the displays that were loaded */
	readonly speaksIn: (place: DisplayPlace) => boolean;
};

type DisplayPlace = { readonly pillarId: PillarId; readonly fromWaveId: WaveId; readonly toWaveId: WaveId };

/** Which blocks and judgements lean on a source: quotes of it, and numbers that count it among their interviews. */
export const sourceUses = <P extends Placed>({ sourceId, ...loaded }: UsesInput<P>): SourceUses<P> => {
	const { placed, passages, displays } = loaded;
	const laid = new Map(displays.map((data) => [keyOf({ ...data, pillarId: data.pillar.id }), laidOut(data, sourceId)]));
	const blocks = placed.flatMap((one): readonly BlockUse<P>[] => {
		const { block, report } = one;
		const { ref } = block;
		if (ref.kind === 'quote') {
			const now = currentOf(ref, { display: null, quote: passages.get(ref.codingId) ?? null }, report.language);
			return [{ placed: one, part: 'quotes', state: liveState(block, now), now }];
		}
		const there = laid.get(keyOf({ ...report, pillarId: block.pillarId }))?.();
		const part = there ? voicePart(ref, there.display, there.counted) : null;
		if (!there || part === null) return [];
		const now = currentOf(ref, { display: there.display, quote: null }, report.language);
		return [{ placed: one, part, state: liveState(block, now), now }];
	});
	return {
		blocks,
		decisions: displays.flatMap((data) => {
			const bases = new Map(data.decisions.map(({ codeId, basis }) => [codeId, basis]));
			const there = bases.size > 0 ? laid.get(keyOf({ ...data, pillarId: data.pillar.id }))?.() : null;
			return there ? decisionsIn(there, sourceId, bases) : [];
		}),
		speaksIn: (place) => {
			const there = laid.get(keyOf(place))?.();
			return there?.display.rows.some((row) => isHeardIn(row, sourceId)) ?? false;
		}
	};
};

const keyOf = ({ pillarId, fromWaveId, toWaveId }: DisplayPlace): string => [pillarId, fromWaveId, toWaveId].join(' ');

type Laid = { readonly display: JointDisplay; readonly counted: DisplaySource | null };

/** A display, laid out when it is asked for the first time; null when its rounds were put in another order since. */
const laidOut = (data: LoadedDisplay, sourceId: SourceId): (() => Laid | null) => {
	let made: Laid | null | undefined;
	return () => {
		if (made !== undefined) return made;
		// what is counted does not lean on other areas
		const display = buildJointDisplay({ ...data, comparisonAreas: [] });
		if (!display.ok) return (made = null);
		const counted = interviewsInScope(data.sources, { ...data, areaId: data.area.id });
		return (made = { display: display.value, counted: counted.find(({ id }) => id === sourceId) ?? null });
	};
};

const isHeardIn = ({ voices }: DisplayRow, id: SourceId): boolean =>
	voices.signs.some(({ sourceId }) => sourceId === id);

const decisionsIn = (
	{ display }: Laid,
	sourceId: SourceId,
	bases: ReadonlyMap<string, DecisionBasis | null>
): readonly DecisionUse[] =>
	display.rows.flatMap((row): readonly DecisionUse[] => {
		const { decision } = row;
		if (!decision) return [];
		const basis = bases.get(row.codeId) ?? null;
		const wasHeard = basis && basis.voices.some((voice) => voice.sourceId === sourceId);
		const isHeard = isHeardIn(row, sourceId);
		return isHeard || wasHeard ? [{ display, row, decision, wasHeard, isHeard }] : [];
	});
