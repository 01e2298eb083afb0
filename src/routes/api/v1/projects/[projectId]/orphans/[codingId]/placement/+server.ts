import { placeOrphan } from '#lib/server/commands/place-orphan.ts';
import { unplaceOrphan } from '#lib/server/commands/unplace-orphan.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond((context, { params, body }) =>
	placeOrphan(context, params.projectId, params.codingId, body)
);

export const DELETE: RequestHandler = respond(
	(context, { params }) => unplaceOrphan(context, params.projectId, params.codingId),
	{ status: 204 }
);
