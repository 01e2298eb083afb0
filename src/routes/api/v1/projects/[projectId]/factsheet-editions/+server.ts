import { publishFactsheet } from '#lib/server/commands/publish-factsheet.ts';
import { listEditions } from '#lib/server/views/factsheet-editions.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) =>
	listEditions(context, params.projectId, query)
);

export const POST: RequestHandler = respond(
	(context, { params, body }) => publishFactsheet(context, params.projectId, body),
	{ status: 201 }
);
