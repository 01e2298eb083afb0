import { addVariable } from '#lib/server/commands/change-variables.ts';
import { listVariables } from '#lib/server/views/list-cases.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params }) => listVariables(context, params.projectId));

export const POST: RequestHandler = respond(
	(context, { params, body }) => addVariable(context, params.projectId, body),
	{ status: 201 }
);
