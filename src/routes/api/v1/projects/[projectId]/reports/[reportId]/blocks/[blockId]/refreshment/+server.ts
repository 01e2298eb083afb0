import { refreshBlock } from '#lib/server/commands/refresh-block.ts';
import { respond } from '../../../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond((context, { params, body }) =>
	refreshBlock(context, params.projectId, params.reportId, params.blockId, body)
);
