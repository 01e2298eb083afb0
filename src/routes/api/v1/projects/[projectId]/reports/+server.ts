import { addReport } from '#lib/server/commands/add-report.ts';
import { listReports } from '#lib/server/views/list-reports.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params }) => listReports(context, params.projectId));

export const POST: RequestHandler = respond((context, { params, body }) => addReport(context, params.projectId, body), {
	status: 201
});
