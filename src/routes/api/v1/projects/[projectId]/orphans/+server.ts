import { listOrphans } from '#lib/server/views/carried-codings.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) =>
	listOrphans(context, params.projectId, query)
);
