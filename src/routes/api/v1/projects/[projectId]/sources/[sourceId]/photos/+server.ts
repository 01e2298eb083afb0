import { addPhoto } from '#lib/server/commands/add-photo.ts';
import { listPhotos } from '#lib/server/views/photos.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params }) =>
	listPhotos(context, params.projectId, params.sourceId)
);

export const POST: RequestHandler = respond(
	(context, { params, upload }) =>
		addPhoto(context, params.projectId, params.sourceId, upload?.files ?? [], upload?.fields ?? {}),
	{ status: 201, takes: 'upload' }
);
