import { fnv1a64 } from '../domain/hash.ts';
import { outcomeOf, testOfPair } from './development.ts';
import type { IndicatorFigures } from './figures.ts';
import type { Sign } from './voices.ts';

/** How it was made before the group of an interview counted. */
const withoutGroups = 'v1';

/**
 * What a decision on a theme was made on, as one short string: the linked figures, and what each interview says and of
 * which group it is. Equal data give the equal string in whatever order they come. Titles, labels, quotes, explanations and the area
 * compared with are left out: changing those does not change what was decided on. What the source tested of the pair is
 * a part only where it tested, so that what was decided before there were tests stays as it was.
 */
export const fingerprintOf = (
	indicators: readonly Pick<IndicatorFigures, 'indicatorId' | 'relation' | 'values' | 'development'>[],
	signs: readonly Pick<Sign, 'sourceId' | 'group' | 'change' | 'level'>[],
	version: 'v2' | typeof withoutGroups = 'v2'
): string => {
	const figures = indicators
		.map(({ indicatorId, relation, values, development }) => [
			indicatorId,
			relation,
			outcomeOf(development),
			values.map((v) => [v.waveId, v.referenceYear, v.value, v.n, v.lower, v.upper, v.suppressed, v.trendBreak]),
			...testedPart(testOfPair(values))
		])
		.map((figure) => JSON.stringify(figure));
	const voices = signs.map(({ sourceId, group, change, level }) =>
		JSON.stringify(version === withoutGroups ? [sourceId, change, level] : [sourceId, group, change, level])
	);
	return `${version}-${fnv1a64(JSON.stringify([figures.sort(), voices.sort()]))}`;
};

const testedPart = (tested: boolean | null) => (tested === null ? [] : [tested]);

/** The same, made as a fingerprint that was kept: so that a decision is compared by what it was made on. */
export const fingerprintLike = (kept: string, ...data: ComparedData): string =>
	fingerprintOf(...data, kept.startsWith(`${withoutGroups}-`) ? withoutGroups : 'v2');

type ComparedData = [indicators: Parameters<typeof fingerprintOf>[0], signs: Parameters<typeof fingerprintOf>[1]];
