import { deleteArea } from '#lib/server/commands/delete-area.ts';
import { updateArea } from '#lib/server/commands/update-area.ts';
import { respond } from '../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const PATCH: RequestHandler = respond((context, { params, body }) =>
	updateArea(context, params.projectId, params.areaId, body)
);

export const DELETE: RequestHandler = respond(
	(context, { params }) => deleteArea(context, params.projectId, params.areaId),
	{ status: 204 }
);
