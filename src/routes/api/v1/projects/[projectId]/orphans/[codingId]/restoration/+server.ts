import { restoreOrphan } from '#lib/server/commands/place-orphan.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond(
	(context, { params, body }) => restoreOrphan(context, params.projectId, params.codingId, body),
	{ status: 204 }
);
