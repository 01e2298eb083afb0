import { sql, type Selectable } from 'kysely';
import type { Observation } from '../../domain/indicator/observation.ts';
import type { Cell } from '../../domain/indicator/observation-change.ts';
import type { AreaId, IndicatorId, ObservationId, ProjectId, UserId, WaveId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';
import type { Database } from './schema.ts';

/** A value as it is kept, with who brought it in. */
export type StoredObservation = Observation & {
	readonly id: ObservationId;
	readonly importedBy: UserId;
	readonly importedAt: Date;
};

/** A stored value with the names of what it is about. */
export type ListedObservation = StoredObservation & {
	readonly indicatorKey: string;
	readonly area: string;
	readonly wave: string;
	readonly waveYear: number;
	/** its place in the list */
	readonly key: readonly [indicatorKey: string, area: string, waveYear: number];
};

export type ObservationFilter = {
	readonly indicatorId?: IndicatorId | undefined;
	readonly areaId?: AreaId | undefined;
	readonly waveId?: WaveId | undefined;
	/** only in these areas; null = in all */
	readonly areaIds: readonly AreaId[] | null;
	readonly after: ListedObservation['key'] | null;
	readonly limit: number;
};

const columns = [
	'observations.id',
	'observations.indicator_id',
	'observations.area_id',
	'observations.wave_id',
	'observations.reference_year',
	'observations.value',
	'observations.n',
	'observations.lower',
	'observations.upper',
	'observations.trend_break',
	'observations.suppressed',
	'observations.note',
	'observations.source',
	'observations.source_version',
	'observations.trend_break_reason',
	'observations.tested_against',
	'observations.tested_change',
	'observations.imported_by',
	'observations.imported_at'
] as const;

// Unique within a project, so together a total order; in the database's own order of letters.
const indicatorOrder = sql<string>`lower(indicators.key)`;
const areaOrder = sql<string>`lower(areas.name)`;

/** Values by indicator, area and round, `limit` of them after a place. */
export const listObservations = async (
	db: Db,
	projectId: ProjectId,
	filter: ObservationFilter
): Promise<readonly ListedObservation[]> => {
	const { indicatorId, areaId, waveId, areaIds, after, limit } = filter;
	let query = db
		.selectFrom('observations')
		.innerJoin('indicators', 'indicators.id', 'observations.indicator_id')
		.innerJoin('areas', 'areas.id', 'observations.area_id')
		.innerJoin('waves', 'waves.id', 'observations.wave_id')
		.select(columns)
		.select(['indicators.key as indicator_key', 'areas.name as area', 'waves.label as wave', 'waves.year as wave_year'])
		.select([indicatorOrder.as('indicator_order'), areaOrder.as('area_order')])
		.where('observations.project_id', '=', projectId);
	if (indicatorId !== undefined) query = query.where('observations.indicator_id', '=', indicatorId);
	if (areaId !== undefined) query = query.where('observations.area_id', '=', areaId);
	if (waveId !== undefined) query = query.where('observations.wave_id', '=', waveId);
	if (areaIds !== null) query = query.where('observations.area_id', '=', sql<string>`any(${[...areaIds]}::uuid[])`);
	if (after !== null)
		query = query.where(
			sql<boolean>`(${indicatorOrder}, ${areaOrder}, waves.year) > (${after[0]}, ${after[1]}, ${after[2]}::int)`
		);
	const rows = await query.orderBy(indicatorOrder).orderBy(areaOrder).orderBy('waves.year').limit(limit).execute();
	return rows.map((row) => ({
		...toObservation(row),
		indicatorKey: row.indicator_key,
		area: row.area,
		wave: row.wave,
		waveYear: row.wave_year,
		key: [row.indicator_order, row.area_order, row.wave_year]
	}));
};

/**
 * Stores values; one that is there already for the same indicator, area and round is replaced, all of it, and keeps its
 * id: what a file leaves unsaid was filled in before (`domain/indicator/figure-revision.ts`).
 * What a source tested against a round that is there no more comes back without that.
 * How many were new and how many replaced. One statement, whatever the number.
 */
export const storeObservations = async (
	db: Db,
	projectId: ProjectId,
	observations: readonly StoredObservation[]
): Promise<{ added: number; changed: number }> => {
	const cells = observations.map((observation) => ({
		id: observation.id,
		indicator_id: observation.indicatorId,
		area_id: observation.areaId,
		wave_id: observation.waveId,
		reference_year: observation.referenceYear,
		value: observation.value,
		n: observation.n,
		lower: observation.lower,
		upper: observation.upper,
		trend_break: observation.trendBreak,
		suppressed: observation.suppressed,
		note: observation.note,
		source: observation.source,
		source_version: observation.sourceVersion,
		trend_break_reason: observation.trendBreakReason,
		tested_against: observation.testedAgainst,
		tested_change: observation.testedChange,
		imported_by: observation.importedBy,
		imported_at: observation.importedAt.toISOString()
	}));
	const { rows } = await sql<{ is_new: boolean; count: number }>`
		with stored as (
			insert into observations (id, project_id, indicator_id, area_id, wave_id, reference_year, value, n, lower, upper,
				trend_break, suppressed, note, source, source_version, trend_break_reason, tested_against, tested_change,
				imported_by, imported_at)
			select given.id, ${projectId}, indicator_id, area_id, wave_id, reference_year, value, n, lower, upper,
				trend_break, suppressed, note, source, source_version, trend_break_reason, rounds.id,
				case when rounds.id is not null then tested_change end, imported_by, imported_at
			from jsonb_to_recordset(${JSON.stringify(cells)}::jsonb) as given (
				id uuid, indicator_id uuid, area_id uuid, wave_id uuid, reference_year int, value float8, n int, lower float8,
				upper float8, trend_break boolean, suppressed boolean, note text, source text, source_version text,
				trend_break_reason text, tested_against uuid, tested_change boolean, imported_by uuid, imported_at timestamptz)
			left join waves as rounds on rounds.id = tested_against and rounds.project_id = ${projectId}
			on conflict (indicator_id, area_id, wave_id) do update set
				reference_year = excluded.reference_year, value = excluded.value, n = excluded.n, lower = excluded.lower,
				upper = excluded.upper, trend_break = excluded.trend_break, suppressed = excluded.suppressed,
				note = excluded.note, source = excluded.source, source_version = excluded.source_version,
				trend_break_reason = excluded.trend_break_reason,
				tested_against = excluded.tested_against, tested_change = excluded.tested_change, imported_by = excluded.imported_by,
				imported_at = excluded.imported_at
			returning xmax = 0 as is_new
		) select is_new, count(*)::int as count from stored group by is_new`.execute(db);
	const countOf = (isNew: boolean) => rows.find(({ is_new }) => is_new === isNew)?.count ?? 0;
	return { added: countOf(true), changed: countOf(false) };
};

/** Deletes one value; what stood there, or null when there was none. */
export const deleteObservation = async (
	db: Db,
	projectId: ProjectId,
	observationId: ObservationId
): Promise<Observation | null> => {
	const row = await db
		.deleteFrom('observations')
		.where('project_id', '=', projectId)
		.where('id', '=', observationId)
		.returning(columns)
		.executeTakeFirst();
	return row ? toObservation(row) : null;
};

/** Deletes the values of some cells, in one statement. */
export const deleteObservationsIn = async (db: Db, projectId: ProjectId, cells: readonly Cell[]): Promise<void> => {
	if (cells.length === 0) return;
	await sql`
		delete from observations using jsonb_to_recordset(${JSON.stringify(cells)}::jsonb)
			as given ("indicatorId" uuid, "areaId" uuid, "waveId" uuid)
		where project_id = ${projectId} and indicator_id = given."indicatorId" and area_id = given."areaId"
			and wave_id = given."waveId"`.execute(db);
};

const toObservation = (row: Omit<Selectable<Database['observations']>, 'project_id'>): StoredObservation => ({
	id: row.id,
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
	note: row.note,
	source: row.source,
	sourceVersion: row.source_version,
	trendBreakReason: row.trend_break_reason,
	testedAgainst: row.tested_against,
	testedChange: row.tested_change,
	importedBy: row.imported_by,
	importedAt: row.imported_at
});
