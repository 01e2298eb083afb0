import { previewEdit } from '#lib/server/views/edit-preview.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond((context, { params, body }) =>
	previewEdit(context, params.projectId, params.sourceId, body)
);
