import { importSources } from '#lib/server/commands/import-sources.ts';
import { listSourceImports } from '#lib/server/views/source-imports.ts';
import { respond } from '../../../../respond.ts';
import { tellImport } from '../../../../tell-import.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) =>
	listSourceImports(context, params.projectId, query)
);

export const POST: RequestHandler = respond(
	async (context, { params, upload }) =>
		tellImport(await importSources(context, params.projectId, upload?.files ?? [], upload?.fields ?? {})),
	{ status: 202, takes: 'upload' }
);
