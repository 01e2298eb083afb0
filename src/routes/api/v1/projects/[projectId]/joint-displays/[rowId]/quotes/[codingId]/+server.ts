import { chooseQuote } from '#lib/server/commands/choose-quote.ts';
import { dropQuote } from '#lib/server/commands/drop-quote.ts';
import { respond } from '../../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const PUT: RequestHandler = respond(
	(context, { params, body }) => chooseQuote(context, params.projectId, params.rowId, params.codingId, body ?? {}),
	{ status: 204, takes: 'optional-json' }
);

export const DELETE: RequestHandler = respond(
	(context, { params }) => dropQuote(context, params.projectId, params.rowId, params.codingId),
	{ status: 204 }
);
