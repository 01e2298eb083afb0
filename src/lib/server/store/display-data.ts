import { sql, type NotNull } from 'kysely';
import type { Coding } from '../../domain/coding/coding.ts';
import type { Valences } from '../../domain/coding/valence.ts';
import type { Observation } from '../../domain/indicator/observation.ts';
import type { AreaId, CodeId, ProjectId, SourceId } from '../../domain/project/ids.ts';
import type { Group, Source } from '../../domain/source/source.ts';
import type { Db } from './database.ts';

/** The values of some areas, for all indicators and waves. */
export const listObservationsOf = async (
	db: Db,
	projectId: ProjectId,
	areaIds: readonly AreaId[]
): Promise<readonly Observation[]> => {
	const rows = await db
		.selectFrom('observations')
		.select([
			'indicator_id',
			'area_id',
			'wave_id',
			'reference_year',
			'value',
			'n',
			'lower',
			'upper',
			'trend_break',
			'suppressed',
			'note'
		])
		.where('project_id', '=', projectId)
		.where('area_id', '=', sql<string>`any(${[...areaIds]}::uuid[])`)
		.execute();
	return rows.map((row) => ({
		indicatorId: row.indicator_id,
		areaId: row.area_id,
		waveId: row.wave_id,
		referenceYear: row.reference_year,
		value: row.value,
		n: row.n,
		lower: row.lower,
		upper: row.upper,
		trendBreak: row.trend_break,
		suppressed: row.suppressed,
		note: row.note
	}));
};

/** A source as a joint display counts it. */
export type CountedSource = Pick<Source, 'id' | 'title' | 'kind' | 'areaId' | 'waveId' | 'status'> & {
	readonly group: Group;
};

/** The released transcripts of some areas: the interviews that may count. */
export const listInterviews = async (
	db: Db,
	projectId: ProjectId,
	areaIds: readonly AreaId[]
): Promise<readonly CountedSource[]> => {
	const rows = await db
		.selectFrom('sources')
		.select(['id', 'title', 'kind', 'area_id', 'wave_id', 'group', 'status'])
		.where('project_id', '=', projectId)
		.where('area_id', '=', sql<string>`any(${[...areaIds]}::uuid[])`)
		.where('kind', '=', 'transcript')
		.where('group', 'is not', null)
		.where('status', '=', 'released')
		.where('deleted_at', 'is', null)
		.orderBy('title')
		.orderBy('id')
		.$narrowType<{ group: NotNull }>()
		.execute();
	return rows.map(({ area_id, wave_id, ...row }) => ({ ...row, areaId: area_id, waveId: wave_id }));
};

/** What an interview says with a code: one for each different pair of valences, whatever number of passages says it. */
export type Saying = Pick<Coding, 'sourceId' | 'codeId' | 'layer' | 'valences'>;

/**
 * What some interviews say with some codes, in the layer of the team; from the counters, so that no coding is read. The
 * database writes a code as one text: a matrix of 100,000 codings is a few hundred rows.
 */
export const listSayings = async (
	db: Db,
	sourceIds: readonly SourceId[],
	codeIds: readonly CodeId[]
): Promise<readonly Saying[]> => {
	if (sourceIds.length === 0 || codeIds.length === 0) return [];
	const { rows } = await sql<{ code_id: CodeId; said: string }>`
		select code_id, string_agg(source_id || ':' || pairs, ',') as said from coding_counts
		where source_id = any(${[...sourceIds]}::uuid[]) and code_id = any(${[...codeIds]}::uuid[]) and codings > 0
		group by code_id`.execute(db);
	// An interview is the same string everywhere: comparing copies of it took as long as all the counting.
	const known = new Map(sourceIds.map((id) => [id, id]));
	const found: Saying[] = [];
	for (const { code_id: codeId, said } of rows)
		for (const part of said.split(',')) {
			const sourceId = known.get(part.slice(0, idLength)) ?? '';
			for (const valences of sayings[Number(part.slice(idLength + 1))] ?? [])
				found.push({ sourceId, codeId, layer: 'shared', valences });
		}
	return found;
};

const idLength = 36; // of a UUID as text

/** The pairs of valences in the order of their bits, as `said_place` counts them. */
const pairsOfValences: readonly Valences[] = ([null, 'forward', 'backward'] as const).flatMap((change) =>
	([null, 'good', 'improve'] as const).map((level) => ({ change, level }))
);

/** For each number that nine bits can make: the pairs it stands for. */
const sayings: readonly (readonly Valences[])[] = Array.from({ length: 1 << pairsOfValences.length }, (_, pairs) =>
	pairsOfValences.filter((_pair, bit) => (pairs & (1 << bit)) !== 0)
);
