import { cancelImport } from '#lib/server/commands/cancel-import.ts';
import { respond } from '../../../../../../respond.ts';
import { tellImport } from '../../../../../../tell-import.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond(
	async (context, { params }) => tellImport(await cancelImport(context, params.projectId, params.importId)),
	{ takes: 'none' }
);
