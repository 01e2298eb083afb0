import { redoCodeChange } from '#lib/server/commands/undo-code-change.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond(
	(context, { params }) => redoCodeChange(context, params.projectId, params.changeId),
	{ takes: 'none' }
);
