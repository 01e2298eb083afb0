import { noteVisit } from '#lib/server/commands/note-visit.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond((context, { params }) => noteVisit(context, params.projectId), {
	status: 204,
	takes: 'none'
});
