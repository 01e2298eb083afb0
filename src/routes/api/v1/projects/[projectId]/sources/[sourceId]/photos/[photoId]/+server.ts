import { changePhoto, deletePhoto } from '#lib/server/commands/change-photo.ts';
import { respond } from '../../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const PATCH: RequestHandler = respond((context, { params, body }) =>
	changePhoto(context, params.projectId, params.sourceId, params.photoId, body)
);

export const DELETE: RequestHandler = respond(
	(context, { params }) => deletePhoto(context, params.projectId, params.sourceId, params.photoId),
	{ status: 204 }
);
