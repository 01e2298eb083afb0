import type { Page } from '../../contract/cursor.ts';
import type { ObservationChangeAnswer } from '../../contract/figure-import.ts';
import { byYear, type Wave } from '../../domain/area/wave.ts';
import type { Indicator } from '../../domain/indicator/indicator.ts';
import type { SeriesComparison } from '../../domain/indicator/series-geometry.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { comparisonAreas } from '../../merge/comparison-areas.ts';
import { comparisonLines } from '../../merge/comparison-lines.ts';
import { figuresOf, type IndicatorFigures } from '../../merge/figures.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { loadFrame } from '../store/frame.ts';
import { listObservations } from '../store/observations.ts';
import { areasWithFigures } from './areas-of-reader.ts';
import { listObservationChanges } from './figure-history.ts';

/** One indicator in all wijken that somebody may see, and what became of its values. */
export type IndicatorPage = {
	readonly indicator: Indicator;
	readonly pillar: string;
	readonly series: readonly {
		readonly area: { readonly id: string; readonly name: string };
		readonly figures: IndicatorFigures;
		/** the larger areas in the same chart, nearest first */
		readonly lines: readonly SeriesComparison[];
	}[];
	/** all rounds, in order of time */
	readonly waves: readonly Wave[];
	readonly history: Page<ObservationChangeAnswer>;
};

const mostValues = 20_000; // of one indicator: every area in every round

/** The figures of an indicator over the rounds, area by area, with their history. */
export const viewIndicator = async (
	context: Context,
	projectId: string,
	indicatorId: string,
	query: Readonly<Record<string, string>> = {}
): Promise<Result<IndicatorPage>> => {
	const permitted = await permit(context, projectId, 'figures.read');
	if (!permitted.ok) return permitted;
	const { project } = permitted.value;
	const frame = await loadFrame(context.db, project.id);
	const indicator = frame.indicators.find(({ id }) => id === indicatorId);
	if (!indicator) return fail('frame-part-unknown', { kind: 'indicator' });
	const history = await listObservationChanges(context, projectId, { ...query, indicatorId });
	if (!history.ok) return history;
	const areaIds = await areasWithFigures(context.db, permitted.value);
	const filter = { indicatorId, areaIds, after: null, limit: mostValues };
	const observations = await listObservations(context.db, project.id, filter);
	const waves = [...frame.waves].sort(byYear);
	const areas = frame.areas.filter(({ id }) => observations.some(({ areaId }) => areaId === id));
	const districts = areas.filter(({ kind }) => kind === 'district');
	return ok({
		indicator,
		pillar: frame.pillars.find(({ id }) => id === indicator.pillarId)?.name ?? '',
		series: (districts.length > 0 ? districts : areas).map((area) => {
			const compared = comparisonAreas(frame.areas, area.id, null, project.comparisonAreaId);
			return {
				area: { id: area.id, name: area.name },
				figures: figuresOf({ area, waves, observations, comparisonAreas: compared }, indicator, null),
				lines: comparisonLines(observations, indicator.id, waves, compared)
			};
		}),
		waves,
		history: history.value
	});
};
