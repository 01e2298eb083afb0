import { importCodebook } from '#lib/server/commands/import-codebook.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond(
	(context, { params, upload, query }) =>
		importCodebook(context, params.projectId, upload?.files ?? [], upload?.fields ?? {}, query),
	{ takes: 'upload' }
);
