import { makeReportVersionInput, type ReportVersionItem } from '../../contract/report-version.ts';
import { toReportVersionItem } from '../../contract/report-version-answer.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { keepReportVersion } from '../access/keep-report-version.ts';
import { findReportVersion } from '../store/report-versions.ts';
import { changeReport } from './change-reports.ts';
import { parseWords } from './parse-words.ts';

/** Keeps a report as it is now under a name: all its texts, and what the blocks in them say. */
export const makeReportVersion = async (
	context: Context,
	projectId: string,
	reportId: string,
	input: unknown
): Promise<Result<ReportVersionItem>> => {
	const parsed = parseWords(makeReportVersionInput, input);
	if (!parsed.ok) return parsed;
	return changeReport(context, projectId, reportId, 'report.version', async ({ trx, report }) => {
		if (report.sections === 0) return fail('report-version-empty');
		const { id } = await keepReportVersion(context, trx, report, { kind: 'named', ...parsed.value });
		const version = await findReportVersion(trx, report.id, id);
		return version ? ok(toReportVersionItem(version)) : fail('report-version-unknown');
	});
};
