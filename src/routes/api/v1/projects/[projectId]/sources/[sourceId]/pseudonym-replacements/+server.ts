import { replacePseudonyms } from '#lib/server/commands/replace-pseudonyms.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond((context, { params, body }) =>
	replacePseudonyms(context, params.projectId, params.sourceId, body)
);
