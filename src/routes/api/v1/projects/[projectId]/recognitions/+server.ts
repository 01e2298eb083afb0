import { addRecognition } from '#lib/server/commands/add-recognition.ts';
import { listRecognitions } from '#lib/server/views/list-recognitions.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) =>
	listRecognitions(context, params.projectId, query)
);

export const POST: RequestHandler = respond(
	(context, { params, body }) => addRecognition(context, params.projectId, body),
	{ status: 201 }
);
