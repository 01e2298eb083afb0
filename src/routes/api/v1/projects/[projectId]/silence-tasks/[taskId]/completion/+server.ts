import { completeSilenceTask, reopenSilenceTask } from '#lib/server/commands/change-silence-tasks.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const PUT: RequestHandler = respond(
	(context, { params }) => completeSilenceTask(context, params.projectId, params.taskId),
	{ takes: 'none' }
);

export const DELETE: RequestHandler = respond((context, { params }) =>
	reopenSilenceTask(context, params.projectId, params.taskId)
);
