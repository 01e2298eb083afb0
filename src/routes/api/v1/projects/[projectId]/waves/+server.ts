import { addWave } from '#lib/server/commands/add-wave.ts';
import { listWaves } from '#lib/server/views/list-waves.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) => listWaves(context, params.projectId, query));

export const POST: RequestHandler = respond((context, { params, body }) => addWave(context, params.projectId, body), {
	status: 201
});
