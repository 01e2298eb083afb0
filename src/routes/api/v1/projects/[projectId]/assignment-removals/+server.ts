import { unassignSources } from '#lib/server/commands/unassign-sources.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond(
	(context, { params, body }) => unassignSources(context, params.projectId, body),
	{ status: 204 }
);
