import { readCodeLineage } from '#lib/server/views/code-lineage.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params }) =>
	readCodeLineage(context, params.projectId, params.codeId)
);
