import { listFigureImports } from '#lib/server/views/figure-history.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) =>
	listFigureImports(context, params.projectId, query)
);
