import { deleteReport } from '#lib/server/commands/delete-report.ts';
import { updateReport } from '#lib/server/commands/update-report.ts';
import { readReport } from '#lib/server/views/list-reports.ts';
import { respond } from '../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params }) =>
	readReport(context, params.projectId, params.reportId)
);

export const PATCH: RequestHandler = respond((context, { params, body }) =>
	updateReport(context, params.projectId, params.reportId, body)
);

export const DELETE: RequestHandler = respond(
	(context, { params }) => deleteReport(context, params.projectId, params.reportId),
	{ status: 204 }
);
