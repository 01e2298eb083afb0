import { reopenMemo, settleMemo } from '#lib/server/commands/settle-memo.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const PUT: RequestHandler = respond(
	(context, { params }) => settleMemo(context, params.projectId, params.memoId),
	{ takes: 'none' }
);

export const DELETE: RequestHandler = respond((context, { params }) =>
	reopenMemo(context, params.projectId, params.memoId)
);
