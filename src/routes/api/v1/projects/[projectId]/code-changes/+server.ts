import { changeCodes } from '#lib/server/commands/change-codes.ts';
import { listChanges } from '#lib/server/views/code-changes.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) =>
	listChanges(context, params.projectId, query)
);

export const POST: RequestHandler = respond((context, { params, body, query }) =>
	changeCodes(context, params.projectId, body, query)
);
