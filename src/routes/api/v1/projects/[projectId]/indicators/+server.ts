import { addIndicator } from '#lib/server/commands/add-indicator.ts';
import { listIndicators } from '#lib/server/views/list-indicators.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) =>
	listIndicators(context, params.projectId, query)
);

export const POST: RequestHandler = respond(
	(context, { params, body }) => addIndicator(context, params.projectId, body),
	{ status: 201 }
);
