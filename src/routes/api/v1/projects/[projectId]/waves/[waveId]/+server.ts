import { deleteWave } from '#lib/server/commands/delete-wave.ts';
import { updateWave } from '#lib/server/commands/update-wave.ts';
import { respond } from '../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const PATCH: RequestHandler = respond((context, { params, body }) =>
	updateWave(context, params.projectId, params.waveId, body)
);

export const DELETE: RequestHandler = respond(
	(context, { params }) => deleteWave(context, params.projectId, params.waveId),
	{ status: 204 }
);
