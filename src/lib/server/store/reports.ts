import { sql, type RawBuilder } from 'kysely';
import type { AreaId, ProjectId, ReportId } from '../../domain/project/ids.ts';
import type { Report, ReportKind, ReportLanguage } from '../../domain/report/report.ts';
import type { Db } from './database.ts';

/** A report with the name of who made it, and how far it is. */
export type ListedReport = Report & {
	readonly createdByName: string;
	/** sections in which somebody wrote */
	readonly sections: number;
	/** the last time anything in it changed */
	readonly touchedAt: Date;
};

/** The reports of a project, newest first. */
export const listReports = (db: Db, projectId: ProjectId): Promise<readonly ListedReport[]> =>
	select(db, sql`reports.project_id = ${projectId} and reports.deleted_at is null`);

/** One report that was not taken away; null when there is none. */
export const findReport = async (db: Db, projectId: ProjectId, reportId: ReportId): Promise<ListedReport | null> => {
	const found = await select(
		db,
		sql`reports.project_id = ${projectId} and reports.id = ${reportId} and reports.deleted_at is null`
	);
	return found[0] ?? null;
};

/** A report that was taken away, to bring it back. */
export const findDeletedReport = async (
	db: Db,
	projectId: ProjectId,
	reportId: ReportId
): Promise<ListedReport | null> => {
	const found = await select(
		db,
		sql`reports.project_id = ${projectId} and reports.id = ${reportId} and reports.deleted_at is not null`
	);
	return found[0] ?? null;
};

/** Stores a new report with its areas in their order. */
export const insertReport = async (trx: Db, report: Report): Promise<void> => {
	await trx
		.insertInto('reports')
		.values({
			id: report.id,
			project_id: report.projectId,
			title: report.title,
			kind: report.kind,
			from_wave_id: report.fromWaveId,
			to_wave_id: report.toWaveId,
			language: report.language,
			created_by: report.createdBy,
			created_at: report.createdAt,
			changed_at: report.changedAt,
			version: report.version
		})
		.execute();
	await trx
		.insertInto('report_areas')
		.values(report.areaIds.map((area_id, place) => ({ report_id: report.id, area_id, place })))
		.execute();
};

/** Stores what can change of a report itself. */
export const updateReport = async (trx: Db, { id, title, changedAt, version }: Report): Promise<void> => {
	await trx.updateTable('reports').set({ title, changed_at: changedAt, version }).where('id', '=', id).execute();
};

/** Hides a report, or brings it back (null). */
export const setReportDeleted = async (trx: Db, reportId: ReportId, at: Date | null): Promise<void> => {
	await trx.updateTable('reports').set({ deleted_at: at }).where('id', '=', reportId).execute();
};

/** Holds a report until the transaction ends, so that two who change it do so one after the other. */
export const lockReport = async (trx: Db, projectId: ProjectId, reportId: ReportId): Promise<void> => {
	await trx
		.selectFrom('reports')
		.select('id')
		.where('project_id', '=', projectId)
		.where('id', '=', reportId)
		.forUpdate()
		.execute();
};

type Row = {
	id: string;
	project_id: string;
	title: string;
	kind: ReportKind;
	from_wave_id: string;
	to_wave_id: string;
	language: ReportLanguage;
	created_by: string;
	created_by_name: string;
	created_at: Date;
	changed_at: Date;
	version: number;
	area_ids: readonly AreaId[];
	sections: number;
	touched_at: Date;
};

const select = async (db: Db, condition: RawBuilder<unknown>): Promise<readonly ListedReport[]> => {
	const { rows } = await sql<Row>`select reports.id, reports.project_id, reports.title, reports.kind,
			reports.from_wave_id, reports.to_wave_id, reports.language, reports.created_by, users.name as created_by_name,
			reports.created_at, reports.changed_at, reports.version,
			(select array_agg(area_id::text order by place) from report_areas where report_id = reports.id) as area_ids,
			written.sections, greatest(reports.changed_at, written.changed_at) as touched_at
		from reports join users on users.id = reports.created_by
			cross join lateral (select count(*)::int as sections, max(changed_at) as changed_at
				from report_sections where report_id = reports.id and body <> '[]'::jsonb) as written
		where ${condition} order by reports.created_at desc, reports.id desc`.execute(db);
	return rows.map(toReport);
};

const toReport = (row: Row): ListedReport => ({
	id: row.id,
	projectId: row.project_id,
	title: row.title,
	kind: row.kind,
	fromWaveId: row.from_wave_id,
	toWaveId: row.to_wave_id,
	areaIds: row.area_ids,
	language: row.language,
	createdBy: row.created_by,
	createdByName: row.created_by_name,
	createdAt: row.created_at,
	changedAt: row.changed_at,
	version: row.version,
	sections: row.sections,
	touchedAt: row.touched_at
});
