import { deleteReportComment } from '#lib/server/commands/delete-report-comment.ts';
import { respond } from '../../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const DELETE: RequestHandler = respond(
	(context, { params }) => deleteReportComment(context, params.projectId, params.reportId, params.commentId),
	{ status: 204 }
);
