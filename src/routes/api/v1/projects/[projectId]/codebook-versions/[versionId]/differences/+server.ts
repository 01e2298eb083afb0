import { readVersionDifferences } from '#lib/server/views/codebook-versions.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) =>
	readVersionDifferences(context, params.projectId, params.versionId, query)
);
