import { sql } from 'kysely';
import type { Observation } from '../../domain/indicator/observation.ts';
import type { Cell, Figure, ObservationChange } from '../../domain/indicator/observation-change.ts';
import { untested } from '../../domain/indicator/source-test.ts';
import type { AreaId, FigureImportId, IndicatorId, ProjectId, UserId, WaveId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';

/** A change as it is kept: by whom, when and by which import. */
export type StoredObservationChange = ObservationChange & {
	readonly id: number;
	readonly area: string;
	readonly wave: string;
	/** null = somebody typed it */
	readonly importId: FigureImportId | null;
	readonly source: string | null;
	readonly isUndo: boolean;
	readonly changedBy: UserId;
	readonly changedByName: string;
	readonly changedAt: Date;
};

/** The values that stand in some cells now. */
export const presentObservations = async (
	db: Db,
	projectId: ProjectId,
	cells: readonly Cell[]
): Promise<readonly Observation[]> => {
	const { rows } = await sql<Observation>`${presentIn(cells)}
			on asked."indicatorId" = indicator_id and asked."areaId" = area_id and asked."waveId" = wave_id
		where project_id = ${projectId}`.execute(db);
	return rows;
};

/** The values that their source tested against the value of some cells. */
export const testedAgainstCells = async (
	db: Db,
	projectId: ProjectId,
	cells: readonly Cell[]
): Promise<readonly Observation[]> => {
	if (cells.length === 0) return [];
	const { rows } = await sql<Observation>`${presentIn(cells)}
			on asked."indicatorId" = indicator_id and asked."areaId" = area_id and asked."waveId" = tested_against
		where project_id = ${projectId}`.execute(db);
	return rows;
};

/** The values that stand beside some cells: of the same indicator and area, in any round. */
export const observationsBeside = async (
	db: Db,
	projectId: ProjectId,
	cells: readonly Cell[]
): Promise<readonly Observation[]> => {
	if (cells.length === 0) return [];
	const one = new Map(cells.map((cell) => [`${cell.indicatorId} ${cell.areaId}`, cell]));
	const { rows } = await sql<Observation>`${presentIn([...one.values()])}
			on asked."indicatorId" = indicator_id and asked."areaId" = area_id
		where project_id = ${projectId}`.execute(db);
	return rows;
};

/** Values beside cells that are asked for, to be joined by the caller. */
const presentIn = (cells: readonly Cell[]) => {
	const asked = cells.map(({ indicatorId, areaId, waveId }) => ({ indicatorId, areaId, waveId }));
	return sql`
		select observations.indicator_id as "indicatorId", observations.area_id as "areaId", observations.wave_id as "waveId",
			reference_year as "referenceYear", value, n, lower, upper, trend_break as "trendBreak", suppressed, note,
			source, source_version as "sourceVersion", trend_break_reason as "trendBreakReason",
			tested_against as "testedAgainst", tested_change as "testedChange"
		from observations
		join jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as asked ("indicatorId" uuid, "areaId" uuid, "waveId" uuid)`;
};

/** Keeps what became of some cells, in one statement. */
export const insertObservationChanges = async (
	trx: Db,
	projectId: ProjectId,
	changes: readonly ObservationChange[],
	made: {
		readonly by: UserId;
		readonly at: Date;
		readonly import: { readonly importId: FigureImportId; readonly isUndo: boolean } | null;
	}
): Promise<void> => {
	if (changes.length === 0) return;
	await sql`
		insert into observation_changes
			(project_id, indicator_id, area_id, wave_id, before, after, import_id, is_undo, changed_by, changed_at)
		select ${projectId}, "indicatorId", "areaId", "waveId", nullif(before, 'null'), nullif(after, 'null'),
			${made.import?.importId ?? null}::uuid, ${made.import?.isUndo ?? false}::boolean, ${made.by}::uuid,
			${made.at}::timestamptz
		from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
			as given ("indicatorId" uuid, "areaId" uuid, "waveId" uuid, before jsonb, after jsonb)`.execute(trx);
};

/** What an import changed; not what its undo did. */
export const changesOfImport = async (
	db: Db,
	projectId: ProjectId,
	importId: FigureImportId
): Promise<readonly ObservationChange[]> => {
	const rows = await db
		.selectFrom('observation_changes')
		.select(['indicator_id', 'area_id', 'wave_id', 'before', 'after'])
		.where('project_id', '=', projectId)
		.where('import_id', '=', importId)
		.where('is_undo', '=', false)
		.execute();
	return rows.map(({ indicator_id, area_id, wave_id, before, after }) => ({
		...{ indicatorId: indicator_id, areaId: area_id, waveId: wave_id },
		...{ before: toFigure(before), after: toFigure(after) }
	}));
};

/** The history of an indicator, the last change first. */
export const listObservationChanges = async (
	db: Db,
	projectId: ProjectId,
	filter: {
		readonly indicatorId: IndicatorId;
		readonly areaId?: AreaId | undefined;
		readonly waveId?: WaveId | undefined;
		/** only in these areas; null = in all */
		readonly areaIds: readonly AreaId[] | null;
		readonly after: number | null;
		readonly limit: number;
	}
): Promise<readonly StoredObservationChange[]> => {
	const { indicatorId, areaId, waveId, areaIds, after, limit } = filter;
	const rows = await db
		.selectFrom('observation_changes as changes')
		.innerJoin('areas', 'areas.id', 'changes.area_id')
		.innerJoin('waves', 'waves.id', 'changes.wave_id')
		.innerJoin('users', 'users.id', 'changes.changed_by')
		.leftJoin('figure_imports', 'figure_imports.id', 'changes.import_id')
		.selectAll('changes')
		.select(['areas.name as area', 'waves.label as wave', 'users.name as changed_by_name'])
		.select('figure_imports.source_name as source')
		.where('changes.project_id', '=', projectId)
		.where('changes.indicator_id', '=', indicatorId)
		.$if(areaId !== undefined, (query) => query.where('changes.area_id', '=', areaId ?? null))
		.$if(waveId !== undefined, (query) => query.where('changes.wave_id', '=', waveId ?? null))
		.$if(areaIds !== null, (query) =>
			query.where('changes.area_id', '=', sql<string>`any(${[...(areaIds ?? [])]}::uuid[])`)
		)
		.$if(after !== null, (query) => query.where('changes.id', '<', after ?? 0))
		.orderBy('changes.id', 'desc')
		.limit(limit)
		.execute();
	return rows.map((row) => ({
		id: row.id,
		indicatorId: row.indicator_id,
		areaId: row.area_id,
		waveId: row.wave_id,
		area: row.area,
		wave: row.wave,
		before: toFigure(row.before),
		after: toFigure(row.after),
		importId: row.import_id,
		source: row.source,
		isUndo: row.is_undo,
		changedBy: row.changed_by,
		changedByName: row.changed_by_name,
		changedAt: row.changed_at
	}));
};

/** A change from before sources, reasons and tests were kept says nothing of them. */
const toFigure = (kept: Figure | null): Figure | null =>
	kept && { ...{ source: null, sourceVersion: null, trendBreakReason: null }, ...untested, ...kept };
