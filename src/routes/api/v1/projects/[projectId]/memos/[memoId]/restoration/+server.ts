import { restoreMemo } from '#lib/server/commands/restore-memo.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond(
	(context, { params }) => restoreMemo(context, params.projectId, params.memoId),
	{ takes: 'none' }
);
