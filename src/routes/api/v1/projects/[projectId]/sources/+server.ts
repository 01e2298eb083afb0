import { uploadSource } from '#lib/server/commands/upload-source.ts';
import { listSources } from '#lib/server/views/list-sources.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) =>
	listSources(context, params.projectId, query)
);

export const POST: RequestHandler = respond(
	(context, { params, upload }) => uploadSource(context, params.projectId, upload?.files ?? [], upload?.fields ?? {}),
	{ status: 201, takes: 'upload' }
);
