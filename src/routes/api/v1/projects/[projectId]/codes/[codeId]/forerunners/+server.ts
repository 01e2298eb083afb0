import { setForerunners } from '#lib/server/commands/set-forerunners.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const PUT: RequestHandler = respond((context, { params, body }) =>
	setForerunners(context, params.projectId, params.codeId, body)
);
