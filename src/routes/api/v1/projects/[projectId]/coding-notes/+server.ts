import { listCodingNotes } from '#lib/server/views/list-coding-notes.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) =>
	listCodingNotes(context, params.projectId, query)
);
