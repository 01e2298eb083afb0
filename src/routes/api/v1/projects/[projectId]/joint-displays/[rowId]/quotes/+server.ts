import { viewQuoteChoices } from '#lib/server/views/quote-choices.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) =>
	viewQuoteChoices(context, params.projectId, params.rowId, query)
);
