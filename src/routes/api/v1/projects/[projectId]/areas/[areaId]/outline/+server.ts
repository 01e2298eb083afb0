import { deleteOutline, storeOutline } from '#lib/server/commands/store-outline.ts';
import { readOutline } from '#lib/server/views/area-outlines.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params }) =>
	readOutline(context, params.projectId, params.areaId)
);

export const PUT: RequestHandler = respond(
	(context, { params, upload }) => storeOutline(context, params.projectId, params.areaId, upload?.files ?? []),
	{ takes: 'upload' }
);

export const DELETE: RequestHandler = respond(
	(context, { params }) => deleteOutline(context, params.projectId, params.areaId),
	{ status: 204 }
);
