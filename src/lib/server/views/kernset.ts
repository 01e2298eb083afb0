import { comparisonKinds } from '../../contract/joint-display.ts';
import { kernsetPageQuery, type KernsetPageQuery } from '../../contract/kernset-page.ts';
import { parse } from '../../contract/parse.ts';
import { areaKinds, type Area } from '../../domain/area/area.ts';
import { byYear, wavePair, type Wave } from '../../domain/area/wave.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { may } from '../../domain/project/membership.ts';
import { comparisonAreas } from '../../merge/comparison-areas.ts';
import { kernsetTable, type KernsetSection } from '../../merge/kernset-table.ts';
import { wavesBetween } from '../../merge/scope.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { listObservationsOf } from '../store/display-data.ts';
import { loadFrame } from '../store/frame.ts';
import { listObservations, type ListedObservation } from '../store/observations.ts';
import { areasWithFigures } from './areas-of-reader.ts';

/** The figures of the kernset in one area, and what one can choose. */
export type KernsetPage = {
	/** the areas whose figures this person may see, wijken first */
	readonly areas: readonly Area[];
	/** null while there is nothing to show figures of: no areas or no rounds */
	readonly area: Area | null;
	/** all rounds, in order of time */
	readonly waves: readonly Wave[];
	/** the pair whose change is shown; null with fewer than two rounds */
	readonly from: Wave | null;
	readonly to: Wave | null;
	readonly comparison: {
		/** null = the nearest area with a value */
		readonly chosen: KernsetPageQuery['comparison'] | null;
		readonly available: readonly Area[];
	};
	readonly sections: readonly KernsetSection<ListedObservation>[];
	/** what has to be there first */
	readonly has: { readonly pillars: boolean; readonly indicators: boolean };
	readonly mayEdit: boolean;
};

const mostValues = 100_000; // of one area: every indicator of every round

/** The kernset of one area: values per indicator and round, what became of them, and how they stand beside another area. */
export const viewKernset = async (
	context: Context,
	projectId: string,
	input: unknown
): Promise<Result<KernsetPage>> => {
	const parsed = parse(kernsetPageQuery, input);
	if (!parsed.ok) return parsed;
	const permitted = await permit(context, projectId, 'figures.read');
	if (!permitted.ok) return permitted;
	const { project, access } = permitted.value;
	const { db } = context;
	const frame = await loadFrame(db, project.id);
	const seen = await areasWithFigures(db, permitted.value);
	const areas = areaKinds
		.flatMap((kind) => frame.areas.filter((area) => area.kind === kind))
		.filter(({ id }) => seen === null || seen.includes(id));
	const waves = [...frame.waves].sort(byYear);
	const page = {
		areas,
		waves,
		has: { pillars: frame.pillars.length > 0, indicators: frame.indicators.length > 0 },
		mayEdit: may(access, 'frame.edit')
	};
	const asked = parsed.value.areaId;
	const area = asked === undefined ? areas[0] : areas.find(({ id }) => id === asked);
	if (!area && asked !== undefined) return fail('area-unknown', undefined, 'areaId');
	const [firstWave] = waves;
	if (!area || !firstWave) {
		const comparison = { chosen: null, available: [] };
		return ok({ ...page, area: null, from: null, to: null, comparison, sections: [] });
	}

	const pair = wavePair(waves, parsed.value);
	const between = pair.ok ? wavesBetween(waves, pair.value.fromWaveId, pair.value.toWaveId) : ok([firstWave]);
	if (!between.ok) return between;
	const chosen = parsed.value.comparison ?? null;
	const candidates = comparisonAreas(frame.areas, area.id, chosen, project.comparisonAreaId);
	const filter = { areaId: area.id, areaIds: seen, after: null, limit: mostValues };
	const sections = kernsetTable({
		area,
		pillars: frame.pillars,
		indicators: frame.indicators,
		waves,
		between: between.value,
		own: await listObservations(db, project.id, filter),
		others: await listObservationsOf(
			db,
			project.id,
			candidates.map(({ id }) => id)
		),
		comparisonAreas: candidates
	});
	return ok({
		...page,
		area,
		from: pair.ok ? (between.value[0] ?? null) : null,
		to: pair.ok ? (between.value[between.value.length - 1] ?? null) : null,
		comparison: {
			chosen,
			available: comparisonKinds.flatMap((kind) => comparisonAreas(frame.areas, area.id, kind, null))
		},
		sections
	});
};
