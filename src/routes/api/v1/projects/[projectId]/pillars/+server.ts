import { addPillar } from '#lib/server/commands/add-pillar.ts';
import { listPillars } from '#lib/server/views/list-pillars.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) =>
	listPillars(context, params.projectId, query)
);

export const POST: RequestHandler = respond((context, { params, body }) => addPillar(context, params.projectId, body), {
	status: 201
});
