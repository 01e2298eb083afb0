import { recogniseFigure } from '#lib/server/commands/change-review-sessions.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond(
	(context, { params, body }) => recogniseFigure(context, params.projectId, params.sessionId, body),
	{ status: 201 }
);
