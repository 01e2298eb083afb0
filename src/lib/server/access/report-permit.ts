import { fail, ok, type Result } from '../../domain/problem.ts';
import type { AreaId, PillarId } from '../../domain/project/ids.ts';
import type { Action } from '../../domain/project/membership.ts';
import type { Db } from '../store/database.ts';
import { findReport, lockReport, type ListedReport } from '../store/reports.ts';
import type { Context } from './context.ts';
import { permitDisplays, type DisplaysPermit } from './display-permit.ts';
import { isUuid } from './permit.ts';

/** A report, for someone who may do on it what was asked. */
export type ReportPermit = DisplaysPermit & { readonly report: ListedReport };

/** Whether an action is allowed in all areas of a report: who may write about one of them only, does not see it. */
export const reachesAll = ({ can }: Pick<DisplaysPermit, 'can'>, action: Action, areaIds: readonly AreaId[]): boolean =>
	areaIds.every((areaId) => can(action, areaId));

/**
 * `permit` on a report. One about an area that this person may not read about does not exist for that person. A change
 * holds the report until its transaction ends.
 */
export const permitReport = async (
	context: Context,
	db: Db,
	projectId: string,
	reportId: string,
	action: 'report.read' | 'report.write'
): Promise<Result<ReportPermit>> => {
	const permitted = await permitDisplays(context, db, projectId, action);
	if (!permitted.ok) return permitted;
	const { project } = permitted.value;
	if (!isUuid(reportId)) return fail('report-unknown');
	if (action === 'report.write') await lockReport(db, project.id, reportId);
	const report = await findReport(db, project.id, reportId);
	if (!report || !reachesAll(permitted.value, 'report.read', report.areaIds)) return fail('report-unknown');
	return ok({ ...permitted.value, report });
};

/** Whether a report has a place for a pillar in an area. */
export const checkPlace = (
	{ report, frame }: Pick<ReportPermit, 'report' | 'frame'>,
	{ pillarId, areaId }: { readonly pillarId: PillarId; readonly areaId: AreaId }
): Result<null> =>
	report.areaIds.includes(areaId) && frame.pillars.some(({ id }) => id === pillarId)
		? ok(null)
		: fail('report-place-unknown');
