import { placeBlock } from '#lib/server/commands/place-block.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond(
	(context, { params, body }) => placeBlock(context, params.projectId, params.reportId, body),
	{ status: 201 }
);
