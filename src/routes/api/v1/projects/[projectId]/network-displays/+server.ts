import { readNetworkDisplay } from '#lib/server/views/network-display.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) =>
	readNetworkDisplay(context, params.projectId, query)
);
