import { listLessons } from '#lib/server/views/lessons.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond((context, { params, body }) =>
	listLessons(context, params.projectId, body)
);
