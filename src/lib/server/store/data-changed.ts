import { sql } from 'kysely';
import type { AreaId, ProjectId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';

/** Of which data: those of some areas, or of all (null). */
type Asked = {
	readonly areaIds: readonly AreaId[] | null;
	/** texts that authors wrote: of one report, of all, or of none */
	readonly reportId?: string | null;
};

/**
 * When what a file could tell changed last: the same moment as long as nobody changes anything, so that a file of the same
 * data is the same file. Figures of all areas count, since areas are compared.
 */
export const dataChangedAt = async (db: Db, projectId: ProjectId, { areaIds, reportId }: Asked): Promise<Date> => {
	const areas = areaIds && [...areaIds];
	const inAreas = (column: string) => (areas === null ? sql`true` : sql`${sql.ref(column)} = any(${areas}::uuid[])`);
	const inProject = sql`project_id = ${projectId}`;
	const texts =
		reportId === null
			? sql`false`
			: reportId === undefined
				? inAreas('written.area_id')
				: sql`written.report_id = ${reportId}`;
	const { rows } = await sql<{ at: Date }>`select greatest(
		(select created_at from projects where id = ${projectId}),
		(select max(greatest(uploaded_at, released_at, deleted_at)) from sources where ${inProject} and ${inAreas('area_id')}),
		(select max(versions.created_at) from source_versions as versions
			join sources on sources.id = versions.source_id where sources.project_id = ${projectId} and ${inAreas('sources.area_id')}),
		(select max(last.at) from sources
			cross join lateral (select greatest(changed_at, deleted_at) as at from codings where source_id = sources.id
				order by greatest(changed_at, deleted_at) desc limit 1) as last
			where ${inProject} and ${inAreas('area_id')}),
		(select max(imported_at) from observations where ${inProject}),
		(select max(changed_at) from observation_changes where ${inProject}),
		(select max(greatest(created_at, deleted_at)) from codes where ${inProject}),
		(select max(greatest(made_at, undone_at)) from code_changes where ${inProject}),
		(select max(made_at) from codebook_versions where ${inProject}),
		(select max(decided_at) from decisions where ${inProject} and ${inAreas('area_id')}),
		(select max(read_at) from second_readings where ${inProject}),
		(select max(chosen_at) from chosen_quotes where ${inProject} and ${inAreas('area_id')}),
		(select max(created_at) from explanations where ${inProject} and ${inAreas('area_id')}),
		(select max(added_at) from explanation_evidence where ${inProject}),
		(select max(created_at) from recognitions where ${inProject}),
		(select max(created_at) from review_sessions where ${inProject} and ${inAreas('area_id')}),
		(select max(told.created_at) from figure_recognitions as told
			join review_sessions as sessions on sessions.id = told.session_id where sessions.project_id = ${projectId}),
		(select max(greatest(memos.changed_at, memos.settled_at, memos.deleted_at)) from memos where ${inProject}),
		(select max(findings.changed_at) from study_findings as findings
			join studies on studies.id = findings.study_id where studies.project_id = ${projectId}),
		(select max(tables.changed_at) from study_tables as tables
			join studies on studies.id = tables.study_id where studies.project_id = ${projectId}),
		(select max(consents.recorded_at) from consents join cases on cases.id = consents.case_id where cases.project_id = ${projectId}),
		(select max(written.changed_at) from report_sections as written
			join reports on reports.id = written.report_id where reports.project_id = ${projectId} and ${texts}),
		(select max(greatest(written.said_at, written.kept_at)) from report_blocks as written
			join reports on reports.id = written.report_id where reports.project_id = ${projectId} and ${texts})
	) as at`.execute(db);
	const [row] = rows;
	if (!row) throw new Error(`no project ${projectId} to date`);
	return row.at;
};
