import { addCase } from '#lib/server/commands/add-case.ts';
import { listCases } from '#lib/server/views/list-cases.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) => listCases(context, params.projectId, query));

export const POST: RequestHandler = respond((context, { params, body }) => addCase(context, params.projectId, body), {
	status: 201
});
