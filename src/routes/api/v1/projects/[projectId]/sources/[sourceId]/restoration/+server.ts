import { restoreSource } from '#lib/server/commands/delete-source.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond(
	(context, { params }) => restoreSource(context, params.projectId, params.sourceId),
	{ takes: 'none' }
);
