import type { ReportCommentAnswer } from '../../contract/report-comment.ts';
import type { Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { settleReportComment as settle } from '../store/report-comments.ts';
import { changeComment } from './change-report-comments.ts';

/** Says that a comment on a report was dealt with. Said twice, the first one stays. */
export const settleReportComment = (
	context: Context,
	projectId: string,
	reportId: string,
	commentId: string
): Promise<Result<ReportCommentAnswer>> =>
	changeComment(context, projectId, reportId, commentId, 'report.settle', async ({ trx }, { id, settled }) => {
		if (!settled) await settle(trx, id, { by: context.actor.userId, at: context.now() });
	});

/** Says that a comment is open again. */
export const reopenReportComment = (
	context: Context,
	projectId: string,
	reportId: string,
	commentId: string
): Promise<Result<ReportCommentAnswer>> =>
	changeComment(context, projectId, reportId, commentId, 'report.reopen', async ({ trx }, { id }) => {
		await settle(trx, id, null);
	});
