import { keepBlock } from '#lib/server/commands/keep-block.ts';
import { respond } from '../../../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const PUT: RequestHandler = respond((context, { params, body }) =>
	keepBlock(context, params.projectId, params.reportId, params.blockId, body)
);
