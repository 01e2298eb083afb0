import { archiveLesson, updateLesson } from '#lib/server/commands/change-lessons.ts';
import { readLesson } from '#lib/server/views/lessons.ts';
import { respond } from '../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params }) =>
	readLesson(context, params.projectId, params.lessonId)
);

export const PATCH: RequestHandler = respond((context, { params, body }) =>
	updateLesson(context, params.projectId, params.lessonId, body)
);

export const DELETE: RequestHandler = respond(
	(context, { params }) => archiveLesson(context, params.projectId, params.lessonId),
	{ status: 204 }
);
