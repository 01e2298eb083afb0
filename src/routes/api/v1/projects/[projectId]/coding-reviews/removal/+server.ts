import { takeBackReviews } from '#lib/server/commands/review-codings.ts';
import { respond } from '../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond((context, { params, body }) =>
	takeBackReviews(context, params.projectId, body)
);
