import { addSilenceTask } from '#lib/server/commands/change-silence-tasks.ts';
import { listSilenceTasks } from '#lib/server/views/silence-tasks.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params }) => listSilenceTasks(context, params.projectId));

export const POST: RequestHandler = respond(
	(context, { params, body }) => addSilenceTask(context, params.projectId, body),
	{ status: 201 }
);
