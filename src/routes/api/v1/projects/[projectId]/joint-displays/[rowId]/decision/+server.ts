import { decideFit } from '#lib/server/commands/decide-fit.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const PUT: RequestHandler = respond((context, { params, body }) =>
	decideFit(context, params.projectId, params.rowId, body)
);
