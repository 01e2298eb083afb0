import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { AreaId, LiveBlockId, ProjectId, ReportId, SourceId } from '../../domain/project/ids.ts';
import type { LiveBlock, LiveRef, Said } from '../../domain/report/live-block.ts';
import { slots, type Report, type SectionKey } from '../../domain/report/report.ts';
import type { Db } from './database.ts';
import type { Database } from './schema.ts';

/** A live block with the names of who placed or kept it. */
export type StoredBlock = LiveBlock & { readonly saidByName: string; readonly keptByName: string | null };

/** The live blocks of a report, also those that stand in no text now. */
export const listBlocks = async (db: Db, reportId: ReportId): Promise<readonly StoredBlock[]> => {
	const rows = await blocksOf(db, reportId).execute();
	return rows.map(toBlock);
};

/** One live block of a report. */
export const findBlock = async (db: Db, reportId: ReportId, blockId: LiveBlockId): Promise<StoredBlock | null> => {
	const row = await blocksOf(db, reportId).where('report_blocks.id', '=', blockId).executeTakeFirst();
	return row ? toBlock(row) : null;
};

/** Stores a new live block. */
export const insertBlock = async (trx: Db, reportId: ReportId, block: LiveBlock): Promise<void> => {
	const { ref } = block;
	await trx
		.insertInto('report_blocks')
		.values({
			id: block.id,
			report_id: reportId,
			pillar_id: block.pillarId,
			area_id: block.areaId,
			kind: ref.kind,
			coding_id: ref.kind === 'quote' ? ref.codingId : null,
			indicator_id: ref.kind === 'figure' || ref.kind === 'chart' ? ref.indicatorId : null,
			code_id: ref.kind === 'count' ? ref.codeId : null,
			counted_group: ref.kind === 'count' ? ref.group : null,
			counted_saying: ref.kind === 'count' ? ref.saying : null,
			...saidOf(block)
		})
		.execute();
};

/** Stores what a block says now, or that it was kept. */
export const updateBlock = async (trx: Db, block: LiveBlock): Promise<void> => {
	await trx.updateTable('report_blocks').set(saidOf(block)).where('id', '=', block.id).execute();
};

/** What a block holds of the words of an interview. */
export type BlockWords = { readonly id: LiveBlockId; readonly said: Said; readonly shortened: string | null };

/** The words that reports hold of an interview, in what blocks said and as they were shortened. */
export const listBlockWords = async (db: Db, sourceId: SourceId): Promise<readonly BlockWords[]> => {
	const rows = await db
		.selectFrom('report_blocks')
		.innerJoin('codings', 'codings.id', 'report_blocks.coding_id')
		.select(['report_blocks.id', 'report_blocks.said', 'report_blocks.shortened'])
		.where('codings.source_id', '=', sourceId)
		.execute();
	return rows.map(({ id, said, shortened }) => ({ id, said: said as Said, shortened }));
};

/** Stores words of an interview in a report in which something was replaced. */
export const storeBlockWords = async (trx: Db, { id, said, shortened }: BlockWords): Promise<void> => {
	await trx
		.updateTable('report_blocks')
		.set({ said: JSON.stringify(said), shortened })
		.where('id', '=', id)
		.execute();
};

/** A report that holds quotes of some interviews, also quotes that stand in no text now. */
export type QuotingReport = {
	readonly reportId: ReportId;
	readonly title: string;
	readonly quotes: number;
	readonly isDeleted: boolean;
};

/** The reports that hold quotes of some interviews, deleted ones included, the newest first. */
export const listQuotingReports = async (
	db: Db,
	projectId: ProjectId,
	sourceIds: readonly SourceId[]
): Promise<readonly QuotingReport[]> => {
	const { rows } = await sql<QuotingReport>`select reports.id as "reportId", reports.title, count(*)::int as quotes,
			reports.deleted_at is not null as "isDeleted"
		from report_blocks join codings on codings.id = report_blocks.coding_id
			join reports on reports.id = report_blocks.report_id
		where reports.project_id = ${projectId} and codings.source_id = any(${[...sourceIds]}::uuid[])
		group by reports.id, reports.title, reports.created_at, reports.deleted_at
		order by reports.created_at desc, reports.id`.execute(db);
	return rows;
};

/** How many quotes of each interview of a project stand ready in its reports. */
export const countReportQuotes = async (db: Db, projectId: ProjectId): Promise<ReadonlyMap<SourceId, number>> => {
	const { rows } = await sql<{ source_id: string; quotes: number }>`select codings.source_id, count(*)::int as quotes
		from report_blocks join codings on codings.id = report_blocks.coding_id
			join reports on reports.id = report_blocks.report_id
		where reports.project_id = ${projectId} and reports.deleted_at is null
		group by codings.source_id`.execute(db);
	return new Map(rows.map(({ source_id, quotes }) => [source_id, quotes]));
};

/** A live block in a text of a report, with the names of where it stands. */
export type PlacedBlock = {
	readonly block: StoredBlock;
	readonly report: Pick<Report, 'id' | 'title' | 'fromWaveId' | 'toWaveId' | 'language'>;
	readonly pillarName: string;
	readonly areaName: string;
	/** the text it stands in; a block counts in the place it was made for */
	readonly section: Pick<SectionKey, 'pillarId' | 'areaId' | 'slot'>;
};

/**
 * The blocks in texts of reports that quote a source, or that count the voices of its area and so may count it; the
 * newest report first, then as they stand in it.
 */
export const listPlacedBlocks = async (
	db: Db,
	projectId: ProjectId,
	source: { readonly id: SourceId; readonly areaId: AreaId }
): Promise<readonly PlacedBlock[]> => {
	const rows = await blocksIn(db)
		.innerJoin('reports', 'reports.id', 'report_blocks.report_id')
		.innerJoin('report_sections', (join) => join.onRef('report_sections.report_id', '=', 'reports.id').on(standsThere))
		.innerJoin('pillars', 'pillars.id', 'report_sections.pillar_id')
		.innerJoin('areas', 'areas.id', 'report_sections.area_id')
		.leftJoin('codings', 'codings.id', 'report_blocks.coding_id')
		.select(['reports.title', 'reports.from_wave_id', 'reports.to_wave_id', 'reports.language'])
		.select(['pillars.name as pillar_name', 'areas.name as area_name', 'report_sections.slot'])
		.select(['report_sections.pillar_id as section_pillar_id', 'report_sections.area_id as section_area_id'])
		.where('reports.project_id', '=', projectId)
		.where('reports.deleted_at', 'is', null)
		.where(
			sql<boolean>`(codings.source_id = ${source.id} or (report_blocks.area_id = ${source.areaId}
				and report_blocks.kind in ('count', 'display')))`
		)
		.orderBy('reports.created_at', 'desc')
		.orderBy('reports.id')
		.orderBy('pillars.place')
		.orderBy('areas.name')
		.orderBy(sql`array_position(${[...slots]}::text[], report_sections.slot)`)
		.orderBy('report_blocks.id')
		.execute();
	return rows.map((row) => ({
		block: toBlock(row),
		report: {
			...{ id: row.report_id, title: row.title, language: row.language },
			...{ fromWaveId: row.from_wave_id, toWaveId: row.to_wave_id }
		},
		pillarName: row.pillar_name,
		areaName: row.area_name,
		section: { pillarId: row.section_pillar_id, areaId: row.section_area_id, slot: row.slot }
	}));
};

const standsThere = sql<boolean>`report_sections.body @>
	jsonb_build_array(jsonb_build_object('kind', 'live', 'id', report_blocks.id::text))`;

const blocksOf = (db: Db, reportId: ReportId) =>
	blocksIn(db).where('report_blocks.report_id', '=', reportId).orderBy('report_blocks.id');

const blocksIn = (db: Db) =>
	db
		.selectFrom('report_blocks')
		.innerJoin('users as sayers', 'sayers.id', 'report_blocks.said_by')
		.leftJoin('users as keepers', 'keepers.id', 'report_blocks.kept_by')
		.selectAll('report_blocks')
		.select(['sayers.name as said_by_name', 'keepers.name as kept_by_name']);

const saidOf = ({ ref, said, fingerprint, saidBy, saidAt, kept }: LiveBlock) => ({
	shortened: ref.kind === 'quote' ? ref.shortened : null,
	said: JSON.stringify(said),
	fingerprint,
	said_by: saidBy,
	said_at: saidAt,
	kept_fingerprint: kept?.fingerprint ?? null,
	kept_reason: kept?.reason ?? null,
	kept_by: kept?.by ?? null,
	kept_at: kept?.at ?? null
});

type Row = Selectable<Database['report_blocks']> & { said_by_name: string; kept_by_name: string | null };

const toBlock = (row: Row): StoredBlock => ({
	id: row.id,
	pillarId: row.pillar_id,
	areaId: row.area_id,
	ref: refOf(row),
	// Written by insertBlock and updateBlock.
	said: row.said as Said,
	fingerprint: row.fingerprint,
	saidAt: row.said_at,
	saidBy: row.said_by,
	saidByName: row.said_by_name,
	kept:
		row.kept_fingerprint !== null && row.kept_reason !== null && row.kept_by !== null && row.kept_at !== null
			? { fingerprint: row.kept_fingerprint, reason: row.kept_reason, by: row.kept_by, at: row.kept_at }
			: null,
	keptByName: row.kept_by_name
});

/** An indicator or theme that was deleted leaves an id that leads nowhere. */
const refOf = (row: Row): LiveRef => {
	switch (row.kind) {
		case 'quote':
			return { kind: 'quote', codingId: row.coding_id ?? '', shortened: row.shortened };
		case 'figure':
		case 'chart':
			return { kind: row.kind, indicatorId: row.indicator_id ?? '' };
		case 'count':
			return {
				kind: 'count',
				codeId: row.code_id ?? '',
				group: row.counted_group ?? 'together',
				saying: row.counted_saying ?? 'mentions'
			};
		default:
			return { kind: row.kind };
	}
};
