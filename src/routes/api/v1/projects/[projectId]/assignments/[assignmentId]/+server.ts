import { unassignSources } from '#lib/server/commands/unassign-sources.ts';
import { respond } from '../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const DELETE: RequestHandler = respond(
	(context, { params }) => unassignSources(context, params.projectId, { assignmentIds: [params.assignmentId] }),
	{ status: 204 }
);
