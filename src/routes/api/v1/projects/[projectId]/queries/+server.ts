import { runQuery } from '#lib/server/views/run-query.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond((context, { params, body }) => runQuery(context, params.projectId, body));
