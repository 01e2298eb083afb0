import { liveEvents } from '#lib/server/views/live-events.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) =>
	liveEvents(context, params.projectId, query)
);
