import type { ReportAnswer } from '../../contract/report.ts';
import { toReportAnswer } from '../../contract/report-answer.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { permitDisplays } from '../access/display-permit.ts';
import { isUuid } from '../access/permit.ts';
import { reachesAll } from '../access/report-permit.ts';
import { findDeletedReport, setReportDeleted } from '../store/reports.ts';
import { inTransaction } from '../store/transaction.ts';
import { changeReport, publishReport } from './change-reports.ts';

/** Takes a report away, so that it can be brought back. */
export const deleteReport = (context: Context, projectId: string, reportId: string): Promise<Result<null>> =>
	changeReport(context, projectId, reportId, 'report.remove', async ({ trx, report }) => {
		await setReportDeleted(trx, report.id, context.now());
		return ok(null);
	});

/** Brings a report back that was taken away. */
export const restoreReport = async (
	context: Context,
	projectId: string,
	reportId: string
): Promise<Result<ReportAnswer>> => {
	const restored = await inTransaction(context.db, async (trx): Promise<Result<ReportAnswer>> => {
		const permitted = await permitDisplays(context, trx, projectId, 'report.write');
		if (!permitted.ok) return permitted;
		const { project } = permitted.value;
		const report = isUuid(reportId) ? await findDeletedReport(trx, project.id, reportId) : null;
		if (!report || !reachesAll(permitted.value, 'report.write', report.areaIds)) return fail('report-unknown');
		await setReportDeleted(trx, report.id, null);
		await audit(context, trx, project.id, 'report.restore', { kind: 'report', id: report.id });
		return ok(toReportAnswer(report));
	});
	if (restored.ok) publishReport(context, projectId, reportId, 'added');
	return restored;
};
