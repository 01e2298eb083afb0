import { deleteSource } from '#lib/server/commands/delete-source.ts';
import { updateSource } from '#lib/server/commands/update-source.ts';
import { readSource } from '#lib/server/views/read-source.ts';
import { respond } from '../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params }) =>
	readSource(context, params.projectId, params.sourceId)
);

export const PATCH: RequestHandler = respond((context, { params, body }) =>
	updateSource(context, params.projectId, params.sourceId, body)
);

export const DELETE: RequestHandler = respond(
	(context, { params, query }) => deleteSource(context, params.projectId, params.sourceId, query),
	{ status: 204 }
);
