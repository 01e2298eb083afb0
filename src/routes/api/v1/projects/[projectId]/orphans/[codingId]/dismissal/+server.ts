import { dismissOrphan } from '#lib/server/commands/place-orphan.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond(
	(context, { params }) => dismissOrphan(context, params.projectId, params.codingId),
	{ takes: 'none' }
);
