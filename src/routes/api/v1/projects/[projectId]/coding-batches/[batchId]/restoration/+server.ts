import { restoreCodingBatch } from '#lib/server/commands/undo-coding-batch.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond(
	(context, { params }) => restoreCodingBatch(context, params.projectId, params.batchId),
	{ takes: 'none' }
);
