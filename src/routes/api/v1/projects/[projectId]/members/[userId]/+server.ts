import { removeMember } from '#lib/server/commands/remove-member.ts';
import { setMemberRoles } from '#lib/server/commands/set-member-roles.ts';
import { respond } from '../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const PUT: RequestHandler = respond((context, { params, body }) =>
	setMemberRoles(context, params.projectId, params.userId, body)
);

export const DELETE: RequestHandler = respond(
	(context, { params }) => removeMember(context, params.projectId, params.userId),
	{ status: 204 }
);
