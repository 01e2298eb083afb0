import { sql, type RawBuilder } from 'kysely';
import type { AreaId, IndicatorId, PillarId, StudyId, WaveId } from '../../domain/project/ids.ts';
import type { Usage, UseKind } from '../../domain/project/usage.ts';
import type { Db } from './database.ts';

type Counts = Partial<Record<UseKind, RawBuilder<unknown>>>;

/** Several counts in one statement. */
const count = async (db: Db, counts: Counts): Promise<Usage> => {
	const columns = Object.entries(counts).map(
		([kind, from]) => sql`(select count(*)::int from ${from}) as ${sql.id(kind)}`
	);
	const { rows } = await sql<Usage>`select ${sql.join(columns)}`.execute(db);
	return rows[0] ?? {};
};

/** The tables and findings of studies that are about something. */
const evidenceAbout = (column: 'pillar_id' | 'indicator_id' | 'area_id' | 'wave_id', id: string): Counts => ({
	tables: sql`study_links where table_id is not null and ${sql.ref(column)} = ${id}`,
	findings: sql`study_links where finding_id is not null and ${sql.ref(column)} = ${id}`
});

/** What lies in an area or is about it. */
export const usageOfArea = (db: Db, id: AreaId): Promise<Usage> =>
	count(db, {
		areas: sql`areas where parent_id = ${id}`,
		sources: sql`sources where area_id = ${id}`,
		studies: sql`studies where area_id = ${id}`,
		observations: sql`observations where area_id = ${id}`,
		explanations: sql`explanations where area_id = ${id}`,
		sessions: sql`review_sessions where area_id = ${id}`,
		decisions: sql`(
			select 1 from decisions where area_id = ${id} union all select 1 from chosen_quotes where area_id = ${id}) as used`,
		...evidenceAbout('area_id', id),
		members: sql`membership_areas where area_id = ${id}`,
		reports: sql`report_areas where area_id = ${id}`,
		editions: sql`factsheet_editions where area_id = ${id}`,
		lessons: sql`lessons where area_id = ${id}`
	});

/** What was done in a round. */
export const usageOfWave = (db: Db, id: WaveId): Promise<Usage> =>
	count(db, {
		sources: sql`sources where wave_id = ${id}`,
		observations: sql`observations where ${id} in (wave_id, tested_against)`,
		explanations: sql`explanations where ${id} in (from_wave_id, to_wave_id)`,
		sessions: sql`review_sessions where ${id} in (from_wave_id, to_wave_id)`,
		decisions: sql`(
			select 1 from decisions where ${id} in (from_wave_id, to_wave_id)
			union all select 1 from chosen_quotes where ${id} in (from_wave_id, to_wave_id)) as used`,
		reports: sql`reports where ${id} in (from_wave_id, to_wave_id)`,
		editions: sql`factsheet_editions where ${id} in (from_wave_id, to_wave_id)`,
		lessons: sql`lessons where wave_id = ${id}`,
		...evidenceAbout('wave_id', id)
	});

/** The interviews of a study, and what it holds itself. */
export const usageOfStudy = (db: Db, id: StudyId): Promise<Usage> =>
	count(db, {
		sources: sql`sources where study_id = ${id}`,
		tables: sql`study_tables where study_id = ${id}`,
		findings: sql`study_findings where study_id = ${id}`
	});

/** What stands under a pillar. */
export const usageOfPillar = (db: Db, id: PillarId): Promise<Usage> =>
	count(db, {
		indicators: sql`indicators where pillar_id = ${id}`,
		codes: sql`code_pillars join codes on codes.id = code_id where pillar_id = ${id} and deleted_at is null`,
		decisions: sql`(
			select 1 from decisions where pillar_id = ${id} union all select 1 from chosen_quotes where pillar_id = ${id}) as used`,
		...evidenceAbout('pillar_id', id),
		reports: sql`(select distinct report_id from (
			select report_id from report_sections where pillar_id = ${id}
			union all select report_id from report_comments where pillar_id = ${id}
			union all select report_id from report_version_sections
				join report_versions on report_versions.id = version_id where pillar_id = ${id}
			union all select report_id from report_blocks where pillar_id = ${id}) as placed) as used`,
		lessons: sql`lesson_pillars where pillar_id = ${id}`
	});

/** What is said with an indicator. */
export const usageOfIndicator = (db: Db, id: IndicatorId): Promise<Usage> =>
	count(db, {
		observations: sql`observations where indicator_id = ${id}`,
		codes: sql`code_indicators join codes on codes.id = code_id where indicator_id = ${id} and deleted_at is null`,
		explanations: sql`explanations where indicator_id = ${id}`,
		...evidenceAbout('indicator_id', id)
	});
