import { addExplanation } from '#lib/server/commands/add-explanation.ts';
import { listExplanations } from '#lib/server/views/list-explanations.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) =>
	listExplanations(context, params.projectId, query)
);

export const POST: RequestHandler = respond(
	(context, { params, body }) => addExplanation(context, params.projectId, body),
	{ status: 201 }
);
