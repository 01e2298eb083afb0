import { destroyKey } from '#lib/server/commands/open-key.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond((context, { params, body }) =>
	destroyKey(context, params.projectId, params.sourceId, body)
);
