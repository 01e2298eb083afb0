import { mergeCodes } from '#lib/server/commands/merge-codes.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond((context, { params, body, query }) =>
	mergeCodes(context, params.projectId, body, query)
);
