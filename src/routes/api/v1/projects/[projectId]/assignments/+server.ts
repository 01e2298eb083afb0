import { assignSources } from '#lib/server/commands/assign-sources.ts';
import { listAssignments } from '#lib/server/views/list-assignments.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) =>
	listAssignments(context, params.projectId, query)
);

export const POST: RequestHandler = respond(
	(context, { params, body }) => assignSources(context, params.projectId, body),
	{ status: 201 }
);
