import { carryPassages } from '#lib/server/views/carried-passages.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond((context, { params, body }) =>
	carryPassages(context, params.projectId, params.sourceId, body)
);
