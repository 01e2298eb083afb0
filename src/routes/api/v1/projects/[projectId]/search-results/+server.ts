import { search, searchByWords } from '#lib/server/views/search.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) =>
	searchByWords(context, params.projectId, query)
);

export const POST: RequestHandler = respond((context, { params, body }) => search(context, params.projectId, body));
