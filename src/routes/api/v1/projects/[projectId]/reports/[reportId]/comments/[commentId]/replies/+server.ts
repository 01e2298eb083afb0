import { replyToComment } from '#lib/server/commands/reply-to-comment.ts';
import { respond } from '../../../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond(
	(context, { params, body }) => replyToComment(context, params.projectId, params.reportId, params.commentId, body),
	{ status: 201 }
);
