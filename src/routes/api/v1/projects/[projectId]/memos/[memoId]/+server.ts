import { changeMemo } from '#lib/server/commands/change-memo.ts';
import { deleteMemo } from '#lib/server/commands/delete-memo.ts';
import { readMemo } from '#lib/server/views/list-memos.ts';
import { respond } from '../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params }) => readMemo(context, params.projectId, params.memoId));

export const PATCH: RequestHandler = respond((context, { params, body }) =>
	changeMemo(context, params.projectId, params.memoId, body)
);

export const DELETE: RequestHandler = respond(
	(context, { params }) => deleteMemo(context, params.projectId, params.memoId),
	{ status: 204 }
);
