import { listDecisionsToReview } from '#lib/server/views/decisions-to-review.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params }) => listDecisionsToReview(context, params.projectId));
