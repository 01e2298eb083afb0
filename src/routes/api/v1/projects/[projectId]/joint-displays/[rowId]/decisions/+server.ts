import { viewDecisionHistory } from '#lib/server/views/decision-history.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params }) =>
	viewDecisionHistory(context, params.projectId, params.rowId)
);
