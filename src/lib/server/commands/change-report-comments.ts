import type { ReportCommentAnswer } from '../../contract/report-comment.ts';
import { toReportCommentAnswer } from '../../contract/report-comment-answer.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { commentedText } from '../../domain/report/comment.ts';
import type { Context } from '../access/context.ts';
import { isUuid } from '../access/permit.ts';
import { findReportComment, type StoredComment } from '../store/report-comments.ts';
import { findSection } from '../store/report-sections.ts';
import { changeReport, type ReportDesk } from './change-reports.ts';

/** What changes of a comment have in common: it is there, and is answered as it is afterwards. */
export const changeComment = (
	context: Context,
	projectId: string,
	reportId: string,
	commentId: string,
	action: string,
	step: (desk: ReportDesk, comment: StoredComment) => Promise<void>
): Promise<Result<ReportCommentAnswer>> =>
	changeReport(context, projectId, reportId, action, async (desk) => {
		const comment = isUuid(commentId) ? await findReportComment(desk.trx, desk.report.id, commentId) : null;
		if (!comment) return fail('report-comment-unknown');
		await step(desk, comment);
		return commentAnswer(context, desk, comment.id);
	});

/** A comment as it stands in the store, for its answer. */
export const commentAnswer = async (
	{ actor }: Pick<Context, 'actor'>,
	{ trx, report }: Pick<ReportDesk, 'trx' | 'report'>,
	commentId: string
): Promise<Result<ReportCommentAnswer>> => {
	const comment = await findReportComment(trx, report.id, commentId);
	if (!comment) return fail('report-comment-unknown');
	const section = await findSection(trx, report.id, comment);
	return ok(toReportCommentAnswer(comment, commentedText(section?.text ?? []), actor.userId));
};
