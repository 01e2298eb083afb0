import { destroyOriginal } from '#lib/server/commands/open-original.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond(
	(context, { params, body }) => destroyOriginal(context, params.projectId, params.sourceId, body),
	{ status: 204 }
);
