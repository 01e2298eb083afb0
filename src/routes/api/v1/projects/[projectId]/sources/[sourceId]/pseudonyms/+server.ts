import { viewPseudonyms } from '#lib/server/views/pseudonyms.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params }) =>
	viewPseudonyms(context, params.projectId, params.sourceId)
);
