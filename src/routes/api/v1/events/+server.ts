import { liveEventsOn } from '#lib/server/views/live-events.ts';
import { respond } from '../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { query }) => liveEventsOn(context, query));
