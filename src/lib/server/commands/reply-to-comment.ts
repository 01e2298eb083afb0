import { replyToCommentInput, type ReportCommentAnswer } from '../../contract/report-comment.ts';
import type { Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { insertReply } from '../store/report-comments.ts';
import { changeComment } from './change-report-comments.ts';
import { parseWords } from './parse-words.ts';

/** Replies to a comment on a report. */
export const replyToComment = async (
	context: Context,
	projectId: string,
	reportId: string,
	commentId: string,
	input: unknown
): Promise<Result<ReportCommentAnswer>> => {
	const parsed = parseWords(replyToCommentInput, input);
	if (!parsed.ok) return parsed;
	return changeComment(context, projectId, reportId, commentId, 'report.reply', async ({ trx }, { id }) => {
		const madeBy = context.actor.userId;
		await insertReply(trx, id, { id: context.newId(), body: parsed.value.body, madeBy, madeAt: context.now() });
	});
};
