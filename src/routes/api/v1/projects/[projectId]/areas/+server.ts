import { addArea } from '#lib/server/commands/add-area.ts';
import { listAreas } from '#lib/server/views/list-areas.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) => listAreas(context, params.projectId, query));

export const POST: RequestHandler = respond((context, { params, body }) => addArea(context, params.projectId, body), {
	status: 201
});
