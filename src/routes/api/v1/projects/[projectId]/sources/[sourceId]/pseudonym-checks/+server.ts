import { checkPseudonyms } from '#lib/server/commands/check-pseudonyms.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond((context, { params, body }) =>
	checkPseudonyms(context, params.projectId, params.sourceId, body)
);
