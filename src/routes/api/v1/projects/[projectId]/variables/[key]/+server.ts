import { deleteVariable, updateVariable } from '#lib/server/commands/change-variables.ts';
import { respond } from '../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const PATCH: RequestHandler = respond((context, { params, body }) =>
	updateVariable(context, params.projectId, params.key, body)
);

export const DELETE: RequestHandler = respond(
	(context, { params }) => deleteVariable(context, params.projectId, params.key),
	{ status: 204 }
);
