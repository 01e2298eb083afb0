import { addReviewSession } from '#lib/server/commands/change-review-sessions.ts';
import { listReviewSessions } from '#lib/server/views/review-sessions.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) =>
	listReviewSessions(context, params.projectId, query)
);

export const POST: RequestHandler = respond(
	(context, { params, body }) => addReviewSession(context, params.projectId, body),
	{ status: 201 }
);
