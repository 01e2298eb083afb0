import { readMatrix } from '#lib/server/views/matrix.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) =>
	readMatrix(context, params.projectId, query)
);
