import { deleteExplanation } from '#lib/server/commands/delete-explanation.ts';
import { updateExplanation } from '#lib/server/commands/update-explanation.ts';
import { respond } from '../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const PATCH: RequestHandler = respond((context, { params, body }) =>
	updateExplanation(context, params.projectId, params.explanationId, body)
);

export const DELETE: RequestHandler = respond(
	(context, { params }) => deleteExplanation(context, params.projectId, params.explanationId),
	{ status: 204 }
);
