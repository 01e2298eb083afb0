import { proposeDestruction } from '#lib/server/commands/destroy-key.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond(
	(context, { params, body }) => proposeDestruction(context, params.projectId, params.sourceId, body),
	{ status: 201 }
);
