import { readDecision } from '#lib/server/commands/read-decision.ts';
import { respond } from '../../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond(
	(context, { params, body }) => readDecision(context, params.projectId, params.rowId, body),
	{ status: 201 }
);
