import type { Area } from '../domain/area/area.ts';
import type { Wave } from '../domain/area/wave.ts';
import type { AreaId, IndicatorId, WaveId } from '../domain/project/ids.ts';
import type { LiveBlock, LiveState } from '../domain/report/live-block.ts';
import { comparisonAreas } from '../merge/comparison-areas.ts';
import type { IndicatorFigures } from '../merge/figures.ts';
import type { DisplayInput } from '../merge/joint-display.ts';
import { wavesBetween } from '../merge/scope.ts';

/** A value that a part of a document tells. `row`: the row of a table that does, from 0; without it all of the part. */
export type ToldFigure = {
	readonly indicatorId: IndicatorId;
	readonly areaId: AreaId;
	readonly waveId: WaveId;
	readonly row?: number;
};

/** The values in a table of figures of an area in some rounds, an indicator a row. */
export const toldByRows = (
	areaId: AreaId,
	indicators: readonly IndicatorFigures[],
	rounds: readonly Pick<Wave, 'id'>[]
): readonly ToldFigure[] =>
	indicators.flatMap(({ indicatorId, values }, row) =>
		values.flatMap(({ waveId, value }) =>
			value === null || !rounds.some(({ id }) => id === waveId) ? [] : [{ indicatorId, areaId, waveId, row }]
		)
	);

type Loaded = Omit<DisplayInput, 'comparisonAreas'> & {
	readonly areas: readonly Area[];
	readonly comparisonAreaId: AreaId | null;
};

/** The values that a live block tells, as far as they are there now: a chart also those of the areas it compares with. */
export const toldByBlock = (
	{ ref, pillarId, areaId, said }: Pick<LiveBlock, 'ref' | 'pillarId' | 'areaId' | 'said'>,
	state: LiveState,
	displays: readonly Loaded[]
): readonly ToldFigure[] => {
	const display = displays.find(({ pillar, area }) => pillar.id === pillarId && area.id === areaId);
	if (!display || (ref.kind !== 'figure' && ref.kind !== 'chart' && ref.kind !== 'table')) return [];
	const { waves, fromWaveId, toWaveId, areas, comparisonAreaId, indicators, observations } = display;
	const between = wavesBetween(waves, fromWaveId, toWaveId);
	const waveIds = new Set(between.ok ? between.value.map(({ id }) => id) : []);
	const others = ref.kind === 'chart' ? comparisonAreas(areas, areaId, null, comparisonAreaId) : [];
	const areaIds = new Set([areaId, ...others.map(({ id }) => id)]);
	const ids =
		ref.kind === 'table'
			? indicators.filter((one) => one.pillarId === pillarId).map(({ id }) => id)
			: [ref.indicatorId];
	// Words that were kept while the data changed can have had other rows.
	const hasRows = ref.kind === 'table' && state === 'same' && said.kind === 'table' && said.rows.length === ids.length;
	return observations
		.filter((one) => one.value !== null && !one.suppressed && waveIds.has(one.waveId))
		.filter((one) => areaIds.has(one.areaId) && ids.includes(one.indicatorId))
		.map(({ indicatorId, areaId: of, waveId }) => ({
			...{ indicatorId, areaId: of, waveId },
			...(hasRows && { row: ids.indexOf(indicatorId) })
		}));
};
