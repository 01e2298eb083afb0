import type { ReportAnswer } from '../../contract/report.ts';
import { toReportAnswer } from '../../contract/report-answer.ts';
import type { Area } from '../../domain/area/area.ts';
import { byYear, type Wave } from '../../domain/area/wave.ts';
import { ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { permitDisplays } from '../access/display-permit.ts';
import { permitReport, reachesAll } from '../access/report-permit.ts';
import { listReports as list } from '../store/reports.ts';

/** The page of reports: those that are there, and what a new one can be about. */
export type ReportsPage = {
	readonly items: readonly ReportAnswer[];
	/** the areas this person may write about */
	readonly areas: readonly Area[];
	/** in order of time */
	readonly waves: readonly Wave[];
	readonly hasPillars: boolean;
	readonly mayWrite: boolean;
};

/** The reports of a project whose areas this person may all write about, newest first. */
export const viewReports = async (context: Context, projectId: string): Promise<Result<ReportsPage>> => {
	const permitted = await permitDisplays(context, context.db, projectId, 'report.read');
	if (!permitted.ok) return permitted;
	const { project, frame, can } = permitted.value;
	const reports = await list(context.db, project.id);
	return ok({
		items: reports.filter(({ areaIds }) => reachesAll(permitted.value, 'report.read', areaIds)).map(toReportAnswer),
		areas: frame.areas.filter(({ id }) => can('report.write', id)),
		waves: [...frame.waves].sort(byYear),
		hasPillars: frame.pillars.length > 0,
		mayWrite: can('report.write', null)
	});
};

/** The same as the API answers it. */
export const listReports = async (
	context: Context,
	projectId: string
): Promise<Result<{ readonly items: readonly ReportAnswer[] }>> => {
	const page = await viewReports(context, projectId);
	return page.ok ? ok({ items: page.value.items }) : page;
};

/** One report, without its texts. */
export const readReport = async (
	context: Context,
	projectId: string,
	reportId: string
): Promise<Result<ReportAnswer>> => {
	const permitted = await permitReport(context, context.db, projectId, reportId, 'report.read');
	return permitted.ok ? ok(toReportAnswer(permitted.value.report)) : permitted;
};
