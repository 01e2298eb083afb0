import { readSourceVersion } from '#lib/server/views/source-versions.ts';
import { respond } from '../../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params }) =>
	readSourceVersion(context, params.projectId, params.sourceId, params.version)
);
