import { sql, type Selectable } from 'kysely';
import type { LiveBlockId, ProjectId, ReportId, ReportVersionId, SourceId } from '../../domain/project/ids.ts';
import type { LiveBlock, Said } from '../../domain/report/live-block.ts';
import type { SectionKey } from '../../domain/report/report.ts';
import type { ReportText } from '../../domain/report/report-text.ts';
import type { ReportVersion } from '../../domain/report/version.ts';
import type { Db } from './database.ts';
import { listBlocks, type BlockWords } from './report-blocks.ts';
import type { Database } from './schema.ts';

/** A version as a list shows it. */
export type ListedReportVersion = ReportVersion & {
	readonly madeByName: string;
	/** texts in which somebody had written */
	readonly sections: number;
};

/** A text of a version, with who wrote in it last and when. */
export type KeptSection = SectionKey & {
	readonly text: ReportText;
	readonly changedByName: string;
	readonly changedAt: Date;
};

const versionsOf = (db: Db, reportId: ReportId) =>
	db
		.selectFrom('report_versions')
		.innerJoin('users', 'users.id', 'report_versions.made_by')
		.selectAll('report_versions')
		.select('users.name as made_by_name')
		.select(
			sql<number>`(select count(*)::int from report_version_sections where version_id = report_versions.id)`.as(
				'sections'
			)
		)
		.where('report_versions.report_id', '=', reportId);

type Row = Selectable<Database['report_versions']> & { made_by_name: string; sections: number };

const toVersion = (row: Row): ListedReportVersion => ({
	id: row.id,
	reportId: row.report_id,
	number: row.number,
	kind: row.kind,
	name: row.name,
	reason: row.reason,
	title: row.title,
	madeBy: row.made_by,
	madeByName: row.made_by_name,
	madeAt: row.made_at,
	sections: row.sections
});

/** The versions of a report without their texts, newest first. */
export const listReportVersions = async (db: Db, reportId: ReportId): Promise<readonly ListedReportVersion[]> =>
	(await versionsOf(db, reportId).orderBy('number', 'desc').execute()).map(toVersion);

/** A version of a report that quotes a source. */
export type QuotingVersion = Pick<ReportVersion, 'id' | 'reportId' | 'number' | 'kind' | 'name' | 'madeAt'> & {
	readonly reportTitle: string;
	readonly quotes: number;
};

/** The versions of reports that quote a source, the newest report first and in it the newest version. */
export const listQuotingVersions = async (
	db: Db,
	projectId: ProjectId,
	sourceId: SourceId
): Promise<readonly QuotingVersion[]> => {
	const rows = await db
		.selectFrom('report_version_blocks')
		.innerJoin('report_blocks', 'report_blocks.id', 'report_version_blocks.block_id')
		.innerJoin('codings', 'codings.id', 'report_blocks.coding_id')
		.innerJoin('report_versions as versions', 'versions.id', 'report_version_blocks.version_id')
		.innerJoin('reports', 'reports.id', 'versions.report_id')
		.select(['versions.id', 'versions.report_id', 'versions.number', 'versions.kind', 'versions.name'])
		.select(['versions.made_at', 'reports.title', sql<number>`count(*)::int`.as('quotes')])
		.where('codings.source_id', '=', sourceId)
		.where('reports.project_id', '=', projectId)
		.where('reports.deleted_at', 'is', null)
		.groupBy(['versions.id', 'reports.id'])
		.orderBy('reports.created_at', 'desc')
		.orderBy('reports.id')
		.orderBy('versions.number', 'desc')
		.execute();
	return rows.map(({ report_id, made_at, title, ...row }) => ({
		...row,
		reportId: report_id,
		reportTitle: title,
		madeAt: made_at
	}));
};

/** One version of a report, without its texts; null when there is none. */
export const findReportVersion = async (
	db: Db,
	reportId: ReportId,
	versionId: ReportVersionId
): Promise<ListedReportVersion | null> => {
	const row = await versionsOf(db, reportId).where('report_versions.id', '=', versionId).executeTakeFirst();
	return row ? toVersion(row) : null;
};

/** The newest version of a report; null when none was kept. */
export const newestReportVersion = async (db: Db, reportId: ReportId): Promise<ListedReportVersion | null> => {
	const row = await versionsOf(db, reportId).orderBy('number', 'desc').limit(1).executeTakeFirst();
	return row ? toVersion(row) : null;
};

/** Keeps a report as it is now: its texts, and what the blocks that stand in them say. */
export const insertReportVersion = async (trx: Db, version: ReportVersion): Promise<void> => {
	const { id, reportId, number, kind, name, reason, title, madeBy, madeAt } = version;
	await trx
		.insertInto('report_versions')
		.values({ id, report_id: reportId, number, kind, name, reason, title, made_by: madeBy, made_at: madeAt })
		.execute();
	await sql`insert into report_version_sections (version_id, pillar_id, area_id, slot, body, changed_by, changed_at)
		select ${id}::uuid, pillar_id, area_id, slot, body, changed_by, changed_at
		from report_sections where report_id = ${reportId} and body <> '[]'::jsonb`.execute(trx);
	await sql`insert into report_version_blocks (version_id, block_id, shortened, said, fingerprint, said_by, said_at,
			kept_fingerprint, kept_reason, kept_by, kept_at)
		select ${id}::uuid, id, shortened, said, fingerprint, said_by, said_at,
			kept_fingerprint, kept_reason, kept_by, kept_at
		from report_blocks where report_id = ${reportId} and exists (select from report_sections
			where report_sections.report_id = report_blocks.report_id
				and body @> jsonb_build_array(jsonb_build_object('kind', 'live', 'id', report_blocks.id::text)))`.execute(trx);
};

/** The texts of a version. */
export const listKeptSections = async (db: Db, versionId: ReportVersionId): Promise<readonly KeptSection[]> => {
	const rows = await db
		.selectFrom('report_version_sections')
		.innerJoin('users', 'users.id', 'changed_by')
		.select(['pillar_id', 'area_id', 'slot', 'body', 'changed_at', 'users.name'])
		.where('version_id', '=', versionId)
		.execute();
	return rows.map((row) => ({
		pillarId: row.pillar_id,
		areaId: row.area_id,
		slot: row.slot,
		// A copy of what storeSection wrote.
		text: row.body as ReportText,
		changedByName: row.name,
		changedAt: row.changed_at
	}));
};

/** The blocks of a version, with what they said then. */
export const listKeptBlocks = async (
	db: Db,
	reportId: ReportId,
	versionId: ReportVersionId
): Promise<readonly LiveBlock[]> => {
	const rows = await db
		.selectFrom('report_version_blocks')
		.selectAll()
		.where('version_id', '=', versionId)
		.orderBy('block_id')
		.execute();
	const then = new Map(rows.map((row) => [row.block_id, row]));
	return (await listBlocks(db, reportId)).flatMap(({ id, pillarId, areaId, ref }): readonly LiveBlock[] => {
		const row = then.get(id);
		return row ? [{ id, pillarId, areaId, ...saidThen(row), ref: refThen(ref, row.shortened) }] : [];
	});
};

const refThen = (ref: LiveBlock['ref'], shortened: string | null): LiveBlock['ref'] =>
	ref.kind === 'quote' ? { ...ref, shortened } : ref;

const saidThen = (row: Selectable<Database['report_version_blocks']>) => ({
	// A copy of what insertBlock or updateBlock wrote.
	said: row.said as Said,
	fingerprint: row.fingerprint,
	saidBy: row.said_by,
	saidAt: row.said_at,
	kept:
		row.kept_fingerprint !== null && row.kept_reason !== null && row.kept_by !== null && row.kept_at !== null
			? { fingerprint: row.kept_fingerprint, reason: row.kept_reason, by: row.kept_by, at: row.kept_at }
			: null
});

/** The words that versions of reports hold of an interview. */
export const listKeptWords = async (
	db: Db,
	sourceId: SourceId
): Promise<readonly (BlockWords & { readonly versionId: ReportVersionId })[]> => {
	const rows = await db
		.selectFrom('report_version_blocks')
		.innerJoin('report_blocks', 'report_blocks.id', 'block_id')
		.innerJoin('codings', 'codings.id', 'report_blocks.coding_id')
		.select(['version_id', 'block_id', 'report_version_blocks.said', 'report_version_blocks.shortened'])
		.where('codings.source_id', '=', sourceId)
		.execute();
	return rows.map(({ version_id, block_id, said, shortened }) => ({
		versionId: version_id,
		id: block_id as LiveBlockId,
		said: said as Said,
		shortened
	}));
};

/** Stores words of an interview in a version in which something was replaced. */
export const storeKeptWords = async (
	trx: Db,
	{ versionId, id, said, shortened }: BlockWords & { readonly versionId: ReportVersionId }
): Promise<void> => {
	await trx
		.updateTable('report_version_blocks')
		.set({ said: JSON.stringify(said), shortened })
		.where('version_id', '=', versionId)
		.where('block_id', '=', id)
		.execute();
};
