import { addCodingBatch } from '#lib/server/commands/add-coding-batch.ts';
import { listCodingBatches } from '#lib/server/views/list-coding-batches.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) =>
	listCodingBatches(context, params.projectId, query)
);

export const POST: RequestHandler = respond(
	(context, { params, body }) => addCodingBatch(context, params.projectId, body),
	{ status: 201 }
);
