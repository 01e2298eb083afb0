import { fnv1a64 } from '../domain/hash.ts';
import { outcomeOf } from './development.ts';
import type { IndicatorFigures } from './figures.ts';
import type { Sign } from './voices.ts';

/**
 * What a decision on a theme was made on, as one short string: the linked figures and what each interview says.
 * Equal data give the equal string in whatever order they come. Titles, labels, quotes, explanations and the area
 * compared with are left out: changing those does not change what was decided on.
 */
export const fingerprintOf = (
	indicators: readonly Pick<IndicatorFigures, 'indicatorId' | 'relation' | 'values' | 'development'>[],
	signs: readonly Pick<Sign, 'sourceId' | 'change' | 'level'>[]
): string => {
	const figures = indicators
		.map(({ indicatorId, relation, values, development }) => [
			indicatorId,
			relation,
			outcomeOf(development),
			values.map((v) => [v.waveId, v.referenceYear, v.value, v.n, v.lower, v.upper, v.suppressed, v.trendBreak])
		])
		.map((figure) => JSON.stringify(figure));
	const voices = signs.map(({ sourceId, change, level }) => JSON.stringify([sourceId, change, level]));
	return `v1-${fnv1a64(JSON.stringify([figures.sort(), voices.sort()]))}`;
};
