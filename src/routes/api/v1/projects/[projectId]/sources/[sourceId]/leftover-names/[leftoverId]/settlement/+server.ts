import { settleName } from '#lib/server/commands/settle-name.ts';
import { respond } from '../../../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond((context, { params, body }) =>
	settleName(context, params.projectId, params.sourceId, params.leftoverId, body)
);
