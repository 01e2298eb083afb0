import { readTurns } from '#lib/server/commands/finish-pseudonyms.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond(
	(context, { params, body }) => readTurns(context, params.projectId, params.sourceId, body),
	{ status: 204 }
);
