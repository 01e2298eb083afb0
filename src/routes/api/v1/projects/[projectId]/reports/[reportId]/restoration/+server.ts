import { restoreReport } from '#lib/server/commands/delete-report.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond(
	(context, { params }) => restoreReport(context, params.projectId, params.reportId),
	{ takes: 'none' }
);
