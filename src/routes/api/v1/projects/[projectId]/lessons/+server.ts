import { addLesson } from '#lib/server/commands/change-lessons.ts';
import { listLessons } from '#lib/server/views/lessons.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) =>
	listLessons(context, params.projectId, query)
);

export const POST: RequestHandler = respond((context, { params, body }) => addLesson(context, params.projectId, body), {
	status: 201
});
