import type { Area } from '../domain/area/area.ts';
import type { Wave } from '../domain/area/wave.ts';
import type { Observation } from '../domain/indicator/observation.ts';
import { mostComparisons, type SeriesComparison } from '../domain/indicator/series-geometry.ts';
import type { IndicatorId } from '../domain/project/ids.ts';

/** Another area as a chart draws it. `referenceYears`: the year that each value is about; absent = that of its round. */
export type AreaLine = SeriesComparison & { readonly referenceYears?: readonly (number | null)[] };

/**
 * The lines of the areas that an indicator is compared with in a chart, nearest first: gemeente, regio, land. An area
 * without a value in these rounds has no line.
 */
export const comparisonLines = (
	observations: readonly Observation[],
	indicatorId: IndicatorId,
	waves: readonly Wave[],
	areas: readonly Area[]
): readonly AreaLine[] => {
	const own = observations.filter((observation) => observation.indicatorId === indicatorId);
	return areas
		.map(({ id, name }) => {
			const found = waves.map((wave) => own.find(({ areaId, waveId }) => areaId === id && waveId === wave.id));
			return {
				label: name,
				values: found.map((one) => (one && !one.suppressed ? one.value : null)),
				breakBefore: found.map((one) => one?.trendBreak ?? false),
				referenceYears: found.map((one) => one?.referenceYear ?? null)
			};
		})
		.filter(({ values }) => values.some((value) => value !== null))
		.slice(0, mostComparisons);
};
