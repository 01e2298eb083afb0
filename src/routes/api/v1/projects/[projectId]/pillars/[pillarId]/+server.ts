import { deletePillar } from '#lib/server/commands/delete-pillar.ts';
import { updatePillar } from '#lib/server/commands/update-pillar.ts';
import { respond } from '../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const PATCH: RequestHandler = respond((context, { params, body }) =>
	updatePillar(context, params.projectId, params.pillarId, body)
);

export const DELETE: RequestHandler = respond(
	(context, { params }) => deletePillar(context, params.projectId, params.pillarId),
	{ status: 204 }
);
