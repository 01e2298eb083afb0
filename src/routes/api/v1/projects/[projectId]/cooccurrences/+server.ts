import { viewCooccurrences } from '#lib/server/views/code-counts.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) =>
	viewCooccurrences(context, params.projectId, query)
);
