import { deleteSilenceTask } from '#lib/server/commands/change-silence-tasks.ts';
import { respond } from '../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const DELETE: RequestHandler = respond(
	(context, { params }) => deleteSilenceTask(context, params.projectId, params.taskId),
	{ status: 204 }
);
