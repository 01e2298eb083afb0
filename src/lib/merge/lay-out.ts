import type { Wave } from '../domain/area/wave.ts';
import type { Code } from '../domain/codebook/code.ts';
import { pillarsOf, withDescendants } from '../domain/codebook/codebook.ts';
import type { DecisionBasis } from '../domain/integration/decision-basis.ts';
import { ok, type Result } from '../domain/problem.ts';
import type { CodeId, SourceId } from '../domain/project/ids.ts';
import type { Group } from '../domain/source/source.ts';
import { reviewed } from './decide.ts';
import { basisOf } from './decision-changes.ts';
import { themeDevelopment } from './development.ts';
import { figuresOf, type FiguresInput, type IndicatorFigures } from './figures.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { DisplayCoding, DisplayInput, DisplayRow, DisplaySource, RowDecision } from './joint-display.ts';
import { proposalOf } from './proposal.ts';
import { countedCodings, interviewsInScope, wavesBetween } from './scope.ts';
import { themesOf } from './themes.ts';
import { bySpeaker, signsOf, voicesOf, type Speaker } from './voices.ts';

/** What a display is laid out from. */
export type LaidOut = {
	/** with the rounds of the pair */
	readonly figuresInput: FiguresInput;
	/** the indicators of the pillar */
	readonly figures: readonly IndicatorFigures[];
	readonly counted: Counted;
	readonly themes: readonly Code[];
};

/** Finds the figures, the interviews that count and the themes of a pillar in an area, before themes become rows. */
export const layOut = (input: DisplayInput): Result<LaidOut> => {
	const between = wavesBetween(input.waves, input.fromWaveId, input.toWaveId);
	if (!between.ok) return between;
	const figuresInput = { ...input, waves: between.value };
	const figures = input.indicators
		.filter(({ pillarId }) => pillarId === input.pillar.id)
		.map((indicator) => figuresOf(figuresInput, indicator, null));
	const interviews = interviewsInScope(input.sources, { ...input, areaId: input.area.id });
	const counted = countedIn(input, interviews);
	return ok({ figuresInput, figures, counted, themes: themesOf(input.codebook, input.pillar.id) });
};

/** What counts: interviews in scope, and their codings with a code of the pillar. */
export type Counted = {
	readonly interviews: readonly DisplaySource[];
	readonly totals: Readonly<Record<Group, number>>;
	/** in the order of signs */
	readonly speakers: ReadonlyMap<SourceId, Speaker>;
	readonly codings: ReadonlyMap<CodeId, readonly DisplayCoding[]>;
};

const countedIn = (input: DisplayInput, interviews: readonly DisplaySource[]): Counted => {
	const inScope = new Set(interviews.map(({ id }) => id));
	const { codebook, pillar } = input;
	const ofPillar = new Set(
		codebook.codes.map(({ id }) => id).filter((id) => pillarsOf(codebook, id).includes(pillar.id))
	);
	const codings = countedCodings(input.codings).filter(
		({ sourceId, codeId }) => inScope.has(sourceId) && ofPillar.has(codeId)
	);
	return {
		interviews,
		totals: totalsOf(interviews),
		speakers: new Map(
			interviews
				.map(({ id, title, group, waveId }) => ({
					sourceId: id,
					title,
					group,
					waveId,
					year: yearOf(input.waves, waveId)
				}))
				.sort(bySpeaker)
				.map((speaker) => [speaker.sourceId, speaker])
		),
		codings: grouped(codings, ({ codeId }) => codeId)
	};
};

/** A theme as far as it is counted and judged. */
export type Theme = Pick<DisplayRow, 'indicators' | 'development' | 'voices' | 'codings' | 'proposal'>;

/** What figures and voices say about a theme, and what the rules propose. */
export const themeIn = (input: DisplayInput, figuresInput: FiguresInput, code: Code, counted: Counted): Theme => {
	const indicators = code.indicators.flatMap(({ indicatorId, relation }): readonly IndicatorFigures[] => {
		const indicator = input.indicators.find(({ id }) => id === indicatorId);
		return indicator ? [figuresOf(figuresInput, indicator, relation)] : [];
	});
	const development = themeDevelopment(indicators);
	const codings = codingsOfTheme(input, code, counted);
	const voices = voicesOf(signsOf(counted.speakers, codings), counted.totals);
	const proposal = proposalOf(development, voices.together.outcome);
	return { indicators, development, voices, codings: codings.length, proposal };
};

/** What a decision of today would rest on. */
export const todayOf = (theme: Theme): { readonly fingerprint: string; readonly basis: DecisionBasis } => ({
	fingerprint: fingerprintOf(theme.indicators, theme.voices.signs),
	basis: basisOf(theme)
});

/** The decision on a theme beside the data of today, which are asked for only when there is one. */
export const decisionOf = (
	{ decisions }: Pick<DisplayInput, 'decisions'>,
	code: Code,
	today: () => ReturnType<typeof todayOf>
): RowDecision | null => {
	const kept = decisions.find(({ codeId }) => codeId === code.id);
	return kept ? reviewed(kept, today()) : null;
};

/** The codings of a theme; a narrower code below it speaks of the theme too, when it serves the pillar. */
const codingsOfTheme = (input: DisplayInput, code: Code, counted: Counted) =>
	withDescendants(input.codebook, code.id).flatMap(({ id }) => counted.codings.get(id) ?? []);

/** How many interviews of each group there are. */
export const totalsOf = (interviews: readonly DisplaySource[]) => ({
	resident: interviews.filter(({ group }) => group === 'resident').length,
	professional: interviews.filter(({ group }) => group === 'professional').length
});

/** The year of a round. */
export const yearOf = (waves: readonly Wave[], waveId: string) => {
	const wave = waves.find(({ id }) => id === waveId);
	if (!wave) throw new RangeError(`wave ${waveId} is not among the waves`);
	return wave.year;
};

const grouped = <T>(items: readonly T[], keyOf: (item: T) => CodeId): ReadonlyMap<CodeId, readonly T[]> => {
	const groups = new Map<CodeId, T[]>();
	for (const item of items) {
		const key = keyOf(item);
		const group = groups.get(key);
		if (group) group.push(item);
		else groups.set(key, [item]);
	}
	return groups;
};
