import { decideDestruction } from '#lib/server/commands/destroy-key.ts';
import { respond } from '../../../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond((context, { params, body }) =>
	decideDestruction(context, params.projectId, params.sourceId, params.destructionId, body)
);
