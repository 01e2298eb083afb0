import { withdrawCase } from '#lib/server/commands/withdraw-case.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond(
	(context, { params, query }) => withdrawCase(context, params.projectId, params.caseId, query),
	{ takes: 'none' }
);
