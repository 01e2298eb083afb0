import { undoCodeMerge } from '#lib/server/commands/undo-code-merge.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond(
	(context, { params }) => undoCodeMerge(context, params.projectId, params.mergeId),
	{ takes: 'none' }
);
