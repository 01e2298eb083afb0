import { addMemo } from '#lib/server/commands/add-memo.ts';
import { listMemos } from '#lib/server/views/list-memos.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) => listMemos(context, params.projectId, query));

export const POST: RequestHandler = respond((context, { params, body }) => addMemo(context, params.projectId, body), {
	status: 201
});
