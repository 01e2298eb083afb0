import type { Code } from '../domain/codebook/code.ts';
import { pillarsOf, withDescendants } from '../domain/codebook/codebook.ts';
import { ok, type Result } from '../domain/problem.ts';
import type { CodeId } from '../domain/project/ids.ts';
import type { Group } from '../domain/source/source.ts';
import { reviewed, type Today } from './decide.ts';
import { basisOf } from './decision-changes.ts';
import { themeDevelopment } from './development.ts';
import { figuresOf, type FiguresInput, type IndicatorFigures } from './figures.ts';
import { fingerprintLike, fingerprintOf } from './fingerprint.ts';
import type { DisplayInput, DisplayRow, DisplaySource, RowDecision } from './joint-display.ts';
import { proposalOf } from './proposal.ts';
import { passagesIn, sayingsByCode, sayingsOf, speakersOf, type Sayings } from './sayings.ts';
import { interviewsInScope, wavesBetween } from './scope.ts';
import { themesOf } from './themes.ts';
import { signsOf, voicesOf, type Speaker } from './voices.ts';

/** What a display is laid out over. */
export type LaidFrame = {
	/** with the rounds of the pair */
	readonly figuresInput: FiguresInput;
	/** the indicators of the pillar */
	readonly figures: readonly IndicatorFigures[];
	/** those that count */
	readonly interviews: readonly DisplaySource[];
	readonly themes: readonly Code[];
};

/** What a display is laid out from. */
export type LaidOut = LaidFrame & { readonly counted: Counted };

/** A display before anything is said in it. */
export type FrameInput = Omit<DisplayInput, 'codings' | 'quotes' | 'explanations' | 'evidence'>;

/** Finds the figures, the interviews that count and the themes of a pillar in an area. */
export const frameOf = (input: FrameInput): Result<LaidFrame> => {
	const between = wavesBetween(input.waves, input.fromWaveId, input.toWaveId);
	if (!between.ok) return between;
	const figuresInput = { ...input, waves: between.value };
	const figures = input.indicators
		.filter(({ pillarId }) => pillarId === input.pillar.id)
		.map((indicator) => figuresOf(figuresInput, indicator, null));
	const interviews = interviewsInScope(input.sources, { ...input, areaId: input.area.id });
	return ok({ figuresInput, figures, interviews, themes: themesOf(input.codebook, input.pillar.id) });
};

/** The same with what the interviews say, before themes become rows. */
export const layOut = (input: DisplayInput): Result<LaidOut> => {
	const frame = frameOf(input);
	return frame.ok ? ok({ ...frame.value, counted: countedIn(input, frame.value.interviews) }) : frame;
};

/** The codes that serve the pillar, also those that are no theme. */
export const codesOfPillar = ({ codebook, pillar }: Pick<DisplayInput, 'codebook' | 'pillar'>): readonly CodeId[] =>
	codebook.codes.filter(({ id }) => pillarsOf(codebook, id).includes(pillar.id)).map(({ id }) => id);

/** What counts: interviews in scope, and what their codings with a code of the pillar say. */
export type Counted = {
	readonly interviews: readonly DisplaySource[];
	readonly totals: Readonly<Record<Group, number>>;
	/** in the order of signs */
	readonly speakers: readonly Speaker[];
	readonly sayings: Sayings;
};

const countedIn = (input: DisplayInput, interviews: readonly DisplaySource[]): Counted => {
	const speakers = speakersOf(interviews, input.waves);
	const sayings = sayingsByCode(input.codings, speakers, codesOfPillar(input));
	return { interviews, totals: totalsOf(interviews), speakers, sayings };
};

/** A theme as far as it is counted and judged. */
export type Theme = Pick<DisplayRow, 'indicators' | 'development' | 'voices' | 'codings' | 'proposal'>;

/** What figures and voices say about a theme, and what the rules propose. */
export const themeIn = (input: DisplayInput, figuresInput: FiguresInput, code: Code, counted: Counted): Theme => {
	const indicators = figuresOfTheme(input, figuresInput, code);
	const development = themeDevelopment(indicators);
	const sayings = sayingsOfTheme(input, code, counted);
	const signs = signsOf(
		counted.speakers,
		sayings.map(({ said }) => said)
	);
	const voices = voicesOf(signs, counted.totals);
	const proposal = proposalOf(development, voices.together.outcome);
	return { indicators, development, voices, codings: passagesIn(sayings), proposal };
};

/** The figures that a theme is linked to. */
export const figuresOfTheme = (
	{ indicators }: FrameInput,
	figuresInput: FiguresInput,
	code: Code
): readonly IndicatorFigures[] =>
	code.indicators.flatMap(({ indicatorId, relation }): readonly IndicatorFigures[] => {
		const indicator = indicators.find(({ id }) => id === indicatorId);
		return indicator ? [figuresOf(figuresInput, indicator, relation)] : [];
	});

/** What a decision of today would rest on. */
export const todayOf = (theme: Theme): Today & { readonly fingerprint: string } => ({
	fingerprint: fingerprintOf(theme.indicators, theme.voices.signs, 'v3'),
	fingerprintLike: (kept) => fingerprintLike(kept, theme.indicators, theme.voices.signs),
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

/** What is said of a theme; a narrower code below it speaks of the theme too, when it serves the pillar. */
const sayingsOfTheme = ({ codebook }: DisplayInput, code: Code, { sayings }: Counted) =>
	sayingsOf(
		sayings,
		withDescendants(codebook, code.id).map(({ id }) => id)
	);

/** How many interviews of each group there are. */
export const totalsOf = (interviews: readonly DisplaySource[]) => ({
	resident: interviews.filter(({ group }) => group === 'resident').length,
	professional: interviews.filter(({ group }) => group === 'professional').length
});
