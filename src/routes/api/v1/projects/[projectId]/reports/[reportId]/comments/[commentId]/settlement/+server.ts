import { reopenReportComment, settleReportComment } from '#lib/server/commands/settle-report-comment.ts';
import { respond } from '../../../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const PUT: RequestHandler = respond(
	(context, { params }) => settleReportComment(context, params.projectId, params.reportId, params.commentId),
	{ takes: 'none' }
);

export const DELETE: RequestHandler = respond((context, { params }) =>
	reopenReportComment(context, params.projectId, params.reportId, params.commentId)
);
