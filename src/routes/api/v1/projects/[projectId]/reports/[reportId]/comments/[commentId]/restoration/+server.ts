import { restoreReportComment } from '#lib/server/commands/delete-report-comment.ts';
import { respond } from '../../../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond(
	(context, { params }) => restoreReportComment(context, params.projectId, params.reportId, params.commentId),
	{ takes: 'none' }
);
