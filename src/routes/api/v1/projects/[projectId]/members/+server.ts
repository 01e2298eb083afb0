import { addMember } from '#lib/server/commands/add-member.ts';
import { listMembers } from '#lib/server/views/list-members.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) =>
	listMembers(context, params.projectId, query)
);

export const POST: RequestHandler = respond((context, { params, body }) => addMember(context, params.projectId, body), {
	status: 201
});
