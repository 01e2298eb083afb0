import { listCodingNotes } from '#lib/server/views/list-coding-notes.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond((context, { params, body }) =>
	listCodingNotes(context, params.projectId, body)
);
