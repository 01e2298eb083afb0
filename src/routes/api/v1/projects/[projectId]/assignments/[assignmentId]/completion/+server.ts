import { completeAssignment, reopenAssignment } from '#lib/server/commands/complete-assignment.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond(
	(context, { params }) => completeAssignment(context, params.projectId, params.assignmentId),
	{ takes: 'none' }
);

export const DELETE: RequestHandler = respond((context, { params }) =>
	reopenAssignment(context, params.projectId, params.assignmentId)
);
