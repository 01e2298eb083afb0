import { viewCrosstab } from '#lib/server/views/code-counts.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) =>
	viewCrosstab(context, params.projectId, query)
);
