import { addCode } from '#lib/server/commands/add-code.ts';
import { listCodes } from '#lib/server/views/list-codes.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) => listCodes(context, params.projectId, query));

export const POST: RequestHandler = respond((context, { params, body }) => addCode(context, params.projectId, body), {
	status: 201
});
