import { fnv1a64 } from '../domain/hash.ts';
import { outcomeOf, testOfPair, type FigureValue } from './development.ts';
import type { IndicatorFigures } from './figures.ts';
import type { Sign } from './voices.ts';

/**
 * How it was made: v1 before the group of an interview counted, v2 with rounds of which a figure has nothing, v3 without
 * those that lie between the first and the last.
 */
type Version = 'v1' | 'v2' | 'v3';

/**
 * What a decision on a theme was made on, as one short string: the linked figures, and what each interview says and of
 * which group it is. Equal data give the equal string in whatever order they come. Titles, labels, quotes, explanations and the area
 * compared with are left out: changing those does not change what was decided on. What the source tested of the pair is
 * a part only where it tested, so that what was decided before there were tests stays as it was.
 */
export const fingerprintOf = (
	indicators: readonly Pick<IndicatorFigures, 'indicatorId' | 'relation' | 'values' | 'development'>[],
	signs: readonly Pick<Sign, 'sourceId' | 'group' | 'change' | 'level'>[],
	version: Version = 'v2'
): string => {
	const figures = indicators
		.map(({ indicatorId, relation, values, development }) => [
			indicatorId,
			relation,
			outcomeOf(development),
			(version === 'v3' ? values.filter(isOfUse) : values).map((v) => [
				v.waveId,
				v.referenceYear,
				v.value,
				v.n,
				v.lower,
				v.upper,
				v.suppressed,
				v.trendBreak
			]),
			...testedPart(testOfPair(values))
		])
		.map((figure) => JSON.stringify(figure));
	const voices = signs.map(({ sourceId, group, change, level }) =>
		JSON.stringify(version === 'v1' ? [sourceId, change, level] : [sourceId, group, change, level])
	);
	return `${version}-${fnv1a64(JSON.stringify([figures.sort(), voices.sort()]))}`;
};

const testedPart = (tested: boolean | null) => (tested === null ? [] : [tested]);

/** Whether a round between the first and the last says anything of a figure; those two say something by being empty. */
const isOfUse = (value: FigureValue, at: number, all: readonly FigureValue[]): boolean =>
	at === 0 || at === all.length - 1 || !isEmpty(value);

const isEmpty = ({ value, suppressed, trendBreak }: FigureValue) => value === null && !suppressed && !trendBreak;

/**
 * The same, made as a fingerprint that was kept: so that a decision is compared by what it was made on. A round in
 * between that was added since, and of which there is nothing, is left out of the older ones too.
 */
export const fingerprintLike = (kept: string, ...[indicators, signs]: ComparedData): string => {
	const version = kept.startsWith('v1-') ? 'v1' : kept.startsWith('v2-') ? 'v2' : 'v3';
	const whole = fingerprintOf(indicators, signs, version);
	if (version === 'v3' || whole === kept) return whole;
	return withoutEmptyRounds(indicators)
		.map((some) => fingerprintOf(some, signs, version))
		.includes(kept)
		? kept
		: whole;
};

/** The figures without one or more of the rounds in between of which none of them has anything. */
const withoutEmptyRounds = (indicators: ComparedData[0]): readonly ComparedData[0][] => {
	const rounds = indicators[0]?.values.slice(1, -1).map(({ waveId }) => waveId) ?? [];
	const empty = rounds.filter((waveId) =>
		indicators.every(({ values }) => values.every((value) => value.waveId !== waveId || isEmpty(value)))
	);
	return subsetsOf(empty.slice(-mostTried)).map((left) =>
		indicators.map((figure) => ({ ...figure, values: figure.values.filter(({ waveId }) => !left.includes(waveId)) }))
	);
};

const mostTried = 4; // rounds: sixteen ways in which they were there or not

const subsetsOf = (all: readonly string[]): readonly (readonly string[])[] =>
	all.reduce<readonly (readonly string[])[]>((some, one) => [...some, ...some.map((subset) => [...subset, one])], [[]]);

type ComparedData = [indicators: Parameters<typeof fingerprintOf>[0], signs: Parameters<typeof fingerprintOf>[1]];
