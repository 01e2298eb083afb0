import { sql } from 'kysely';
import type { AreaId, PillarId, ProjectId, ReportId, WaveId } from '../../domain/project/ids.ts';
import { slots, type Section, type SectionKey } from '../../domain/report/report.ts';
import type { ReportText } from '../../domain/report/report-text.ts';
import type { Db } from './database.ts';

/** What somebody wrote in a place of a report, with the name of who did so last. */
export type StoredSection = Section & { readonly changedByName: string };

/** All that is written in a report; places in which nobody wrote are not in it. */
export const listSections = async (db: Db, reportId: ReportId): Promise<readonly StoredSection[]> => {
	const rows = await sectionsOf(db, reportId).execute();
	return rows.map(toSection);
};

/** One place of a report; null when nobody wrote there yet. */
export const findSection = async (
	db: Db,
	reportId: ReportId,
	{ pillarId, areaId, slot }: SectionKey
): Promise<StoredSection | null> => {
	const row = await sectionsOf(db, reportId)
		.where('report_sections.pillar_id', '=', pillarId)
		.where('report_sections.area_id', '=', areaId)
		.where('report_sections.slot', '=', slot)
		.executeTakeFirst();
	return row ? toSection(row) : null;
};

/** All that is written in the reports of a project, deleted ones included. */
export const listProjectSections = async (
	db: Db,
	projectId: ProjectId
): Promise<readonly (SectionKey & { readonly reportId: ReportId; readonly text: ReportText })[]> => {
	const rows = await db
		.selectFrom('report_sections')
		.innerJoin('reports', 'reports.id', 'report_id')
		.select(['report_id', 'pillar_id', 'area_id', 'slot', 'body'])
		.where('project_id', '=', projectId)
		.execute();
	return rows.map(({ report_id, pillar_id, area_id, slot, body }) => ({
		...{ reportId: report_id, pillarId: pillar_id, areaId: area_id, slot },
		// Written by storeSection, out of parseReportText.
		text: body as ReportText
	}));
};

/**
 * The places of a pair of rounds whose text is finished: all that can be written there is, and no remark is open. Asked
 * of one report for each area, the newest final one or, where there is none, the newest factsheet.
 */
export const listFinishedTexts = async (
	db: Db,
	projectId: ProjectId,
	{ fromWaveId, toWaveId }: { readonly fromWaveId: WaveId; readonly toWaveId: WaveId }
): Promise<readonly { readonly pillarId: PillarId; readonly areaId: AreaId }[]> => {
	const { rows } = await sql<{ pillar_id: string; area_id: string }>`with latest as (
			select distinct on (report_areas.area_id) report_areas.area_id, reports.id
			from reports join report_areas on report_areas.report_id = reports.id
			where reports.project_id = ${projectId} and reports.deleted_at is null
				and reports.from_wave_id = ${fromWaveId} and reports.to_wave_id = ${toWaveId}
			order by report_areas.area_id, reports.kind = 'final' desc, reports.created_at desc, reports.id desc)
		select sections.pillar_id, sections.area_id
		from latest join report_sections as sections
			on sections.report_id = latest.id and sections.area_id = latest.area_id
		where sections.body <> '[]'::jsonb and not exists (select from report_comments as remarks
			where remarks.report_id = latest.id and remarks.area_id = latest.area_id
				and remarks.pillar_id = sections.pillar_id
				and remarks.settled_at is null and remarks.deleted_at is null)
		group by sections.pillar_id, sections.area_id
		having count(distinct sections.slot) = ${slots.length}`.execute(db);
	return rows.map((row) => ({ pillarId: row.pillar_id, areaId: row.area_id }));
};

/** Stores what is written in a place, whether somebody wrote there before or not. */
export const storeSection = async (trx: Db, reportId: ReportId, section: Section): Promise<void> => {
	const { pillarId, areaId, slot, text, version, changedBy, changedAt } = section;
	if (changedBy === null || changedAt === null) throw new RangeError('a section that is stored has a writer');
	const written = { body: JSON.stringify(text), version, changed_by: changedBy, changed_at: changedAt };
	await trx
		.insertInto('report_sections')
		.values({ report_id: reportId, pillar_id: pillarId, area_id: areaId, slot, ...written })
		.onConflict((conflict) => conflict.columns(['report_id', 'pillar_id', 'area_id', 'slot']).doUpdateSet(written))
		.execute();
};

const sectionsOf = (db: Db, reportId: ReportId) =>
	db
		.selectFrom('report_sections')
		.innerJoin('users', 'users.id', 'report_sections.changed_by')
		.innerJoin('pillars', 'pillars.id', 'report_sections.pillar_id')
		.select([
			'report_sections.pillar_id',
			'report_sections.area_id',
			'report_sections.slot',
			'report_sections.body',
			'report_sections.version',
			'report_sections.changed_by',
			'report_sections.changed_at',
			'users.name'
		])
		.where('report_sections.report_id', '=', reportId)
		.orderBy('pillars.place')
		.orderBy(sql`report_sections.area_id`)
		.orderBy('report_sections.slot');

const toSection = (row: {
	pillar_id: string;
	area_id: string;
	slot: Section['slot'];
	body: unknown;
	version: number;
	changed_by: string;
	changed_at: Date;
	name: string;
}): StoredSection => ({
	pillarId: row.pillar_id,
	areaId: row.area_id,
	slot: row.slot,
	// Written by storeSection, out of parseReportText.
	text: row.body as ReportText,
	version: row.version,
	changedBy: row.changed_by,
	changedByName: row.name,
	changedAt: row.changed_at
});
