import { readJointDisplay } from '#lib/server/views/joint-display.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) =>
	readJointDisplay(context, params.projectId, query)
);
