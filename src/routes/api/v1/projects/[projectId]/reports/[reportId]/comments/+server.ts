import { addReportComment } from '#lib/server/commands/add-report-comment.ts';
import { listReportComments } from '#lib/server/views/report-comments.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) =>
	listReportComments(context, params.projectId, params.reportId, query)
);

export const POST: RequestHandler = respond(
	(context, { params, body }) => addReportComment(context, params.projectId, params.reportId, body),
	{ status: 201 }
);
