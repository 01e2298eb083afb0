import { sameContent, type ReportContent, type ReportVersion } from '../../domain/report/version.ts';
import type { Db } from '../store/database.ts';
import { listBlocks } from '../store/report-blocks.ts';
import { listSections } from '../store/report-sections.ts';
import {
	insertReportVersion,
	listKeptBlocks,
	listKeptSections,
	newestReportVersion
} from '../store/report-versions.ts';
import type { ListedReport } from '../store/reports.ts';
import type { Context } from './context.ts';

/** What a report holds now. */
export const presentContent = async (db: Db, reportId: string): Promise<ReportContent> => ({
	sections: await listSections(db, reportId),
	blocks: await listBlocks(db, reportId)
});

/** What a report held when a version of it was kept. */
export const keptContent = async (db: Db, { id, reportId }: Pick<ReportVersion, 'id' | 'reportId'>) => ({
	sections: await listKeptSections(db, id),
	blocks: await listKeptBlocks(db, reportId, id)
});

/** Keeps a report as it is now, in a transaction that holds the report. */
export const keepReportVersion = async (
	context: Pick<Context, 'newId' | 'now' | 'actor'>,
	trx: Db,
	report: Pick<ListedReport, 'id' | 'title'>,
	what: Pick<ReportVersion, 'kind' | 'name' | 'reason'>
): Promise<ReportVersion> => {
	const newest = await newestReportVersion(trx, report.id);
	const version: ReportVersion = {
		id: context.newId(),
		reportId: report.id,
		number: (newest?.number ?? 0) + 1,
		...what,
		title: report.title,
		madeBy: context.actor.userId,
		madeAt: context.now()
	};
	await insertReportVersion(trx, version);
	return version;
};

/**
 * Keeps a report by itself, where it differs from its newest version; the version that holds what it is now. null =
 * nothing is written in it.
 */
export const keepUnlessKept = async (
	context: Pick<Context, 'newId' | 'now' | 'actor'>,
	trx: Db,
	report: Pick<ListedReport, 'id' | 'title' | 'sections'>,
	kind: 'earlier' | 'export' | 'return'
): Promise<ReportVersion | null> => {
	if (report.sections === 0) return null;
	const newest = await newestReportVersion(trx, report.id);
	if (newest && sameContent(await keptContent(trx, newest), await presentContent(trx, report.id))) return newest;
	return keepReportVersion(context, trx, report, { kind, name: '', reason: '' });
};
