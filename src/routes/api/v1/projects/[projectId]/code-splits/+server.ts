import { splitCode } from '#lib/server/commands/split-code.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond((context, { params, body, query }) =>
	splitCode(context, params.projectId, body, query)
);
