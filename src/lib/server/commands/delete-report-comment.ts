import type { ReportCommentAnswer } from '../../contract/report-comment.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { isUuid } from '../access/permit.ts';
import { findReportComment, setReportCommentDeleted } from '../store/report-comments.ts';
import { commentAnswer } from './change-report-comments.ts';
import { changeReport } from './change-reports.ts';

/** Takes an own comment away, so that it can be brought back; not one that somebody replied to. */
export const deleteReportComment = (
	context: Context,
	projectId: string,
	reportId: string,
	commentId: string
): Promise<Result<null>> =>
	changeReport(context, projectId, reportId, 'report.uncomment', async ({ trx, report }) => {
		const comment = isUuid(commentId) ? await findReportComment(trx, report.id, commentId) : null;
		if (!comment) return fail('report-comment-unknown');
		if (comment.madeBy !== context.actor.userId) return fail('report-comment-not-yours');
		if (comment.replies.length > 0) return fail('report-comment-answered');
		await setReportCommentDeleted(trx, comment.id, context.now());
		return ok(null);
	});

/** Brings an own comment back that was taken away; it went along with its words meanwhile. */
export const restoreReportComment = (
	context: Context,
	projectId: string,
	reportId: string,
	commentId: string
): Promise<Result<ReportCommentAnswer>> =>
	changeReport(context, projectId, reportId, 'report.comment', async (desk) => {
		const { trx, report } = desk;
		const found = isUuid(commentId) ? findReportComment(trx, report.id, commentId, { isDeleted: true }) : null;
		const comment = await found;
		if (!comment || comment.madeBy !== context.actor.userId) return fail('report-comment-unknown');
		await setReportCommentDeleted(trx, comment.id, null);
		return commentAnswer(context, desk, comment.id);
	});
