import { readSourceImport } from '#lib/server/views/source-imports.ts';
import { respond } from '../../../../../respond.ts';
import { tellImport } from '../../../../../tell-import.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond(async (context, { params }) =>
	tellImport(await readSourceImport(context, params.projectId, params.importId))
);
