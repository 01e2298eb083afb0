import { importCases } from '#lib/server/commands/import-cases.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond(
	(context, { params, upload, query }) =>
		importCases(context, params.projectId, upload?.files ?? [], upload?.fields ?? {}, query),
	{ takes: 'upload' }
);
