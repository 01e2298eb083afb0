import { finishPseudonyms } from '#lib/server/commands/finish-pseudonyms.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond((context, { params, body }) =>
	finishPseudonyms(context, params.projectId, params.sourceId, body)
);
