import { deleteObservation } from '#lib/server/commands/delete-observation.ts';
import { respond } from '../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const DELETE: RequestHandler = respond(
	(context, { params }) => deleteObservation(context, params.projectId, params.observationId),
	{ status: 204 }
);
