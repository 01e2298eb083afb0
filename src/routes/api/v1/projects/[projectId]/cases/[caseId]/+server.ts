import { deleteCase } from '#lib/server/commands/delete-case.ts';
import { updateCase } from '#lib/server/commands/update-case.ts';
import { readCase } from '#lib/server/views/list-cases.ts';
import { respond } from '../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params }) => readCase(context, params.projectId, params.caseId));

export const PATCH: RequestHandler = respond((context, { params, body }) =>
	updateCase(context, params.projectId, params.caseId, body)
);

export const DELETE: RequestHandler = respond(
	(context, { params }) => deleteCase(context, params.projectId, params.caseId),
	{ status: 204 }
);
