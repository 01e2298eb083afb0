import { placeOrphan } from '#lib/server/commands/place-orphan.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond((context, { params, body }) =>
	placeOrphan(context, params.projectId, params.codingId, body)
);
