import { reportName } from '#lib/server/commands/report-name.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond(
	(context, { params, body }) => reportName(context, params.projectId, params.sourceId, body),
	{ status: 201 }
);
