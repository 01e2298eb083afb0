import { readTextDifferences } from '#lib/server/views/source-versions.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) =>
	readTextDifferences(context, params.projectId, params.sourceId, query)
);
