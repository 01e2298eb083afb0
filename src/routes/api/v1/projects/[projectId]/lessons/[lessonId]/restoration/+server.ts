import { restoreLesson } from '#lib/server/commands/change-lessons.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond(
	(context, { params }) => restoreLesson(context, params.projectId, params.lessonId),
	{ takes: 'none' }
);
