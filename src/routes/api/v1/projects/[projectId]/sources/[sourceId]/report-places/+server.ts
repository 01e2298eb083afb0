import { readSourceUses } from '#lib/server/views/source-uses.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params }) =>
	readSourceUses(context, params.projectId, params.sourceId)
);
