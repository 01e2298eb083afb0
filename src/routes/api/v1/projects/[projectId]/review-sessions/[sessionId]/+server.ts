import { deleteReviewSession, updateReviewSession } from '#lib/server/commands/change-review-sessions.ts';
import { readReviewSession } from '#lib/server/views/review-sessions.ts';
import { respond } from '../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params }) =>
	readReviewSession(context, params.projectId, params.sessionId)
);

export const PATCH: RequestHandler = respond((context, { params, body }) =>
	updateReviewSession(context, params.projectId, params.sessionId, body)
);

export const DELETE: RequestHandler = respond(
	(context, { params }) => deleteReviewSession(context, params.projectId, params.sessionId),
	{ status: 204 }
);
