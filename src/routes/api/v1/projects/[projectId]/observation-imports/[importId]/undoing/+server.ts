import { undoFigureImport } from '#lib/server/commands/undo-figure-import.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond(
	(context, { params }) => undoFigureImport(context, params.projectId, params.importId),
	{ takes: 'none' }
);
