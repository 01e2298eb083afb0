import { updateReportInput, type ReportAnswer } from '../../contract/report.ts';
import { toReportAnswer } from '../../contract/report-answer.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { updateReport as update } from '../store/reports.ts';
import { changeReport } from './change-reports.ts';
import { parseWords } from './parse-words.ts';

/** Gives a report another title. Sent twice, it is done once. */
export const updateReport = async (
	context: Context,
	projectId: string,
	reportId: string,
	input: unknown
): Promise<Result<ReportAnswer>> => {
	const parsed = parseWords(updateReportInput, input);
	if (!parsed.ok) return parsed;
	const { version, title } = parsed.value;
	return changeReport(context, projectId, reportId, 'report.change', async ({ trx, report }) => {
		if (report.title === title) return ok(toReportAnswer(report));
		if (version !== report.version) return fail('report-changed', { version, present: report.version }, 'version');
		const changedAt = context.now();
		const changed = { ...report, title, changedAt, touchedAt: changedAt, version: version + 1 };
		await update(trx, changed);
		return ok(toReportAnswer(changed));
	});
};
