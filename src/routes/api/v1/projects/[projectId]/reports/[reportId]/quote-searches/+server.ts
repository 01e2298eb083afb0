import { searchReportQuotes } from '#lib/server/views/report-choices.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond((context, { params, body }) =>
	searchReportQuotes(context, params.projectId, params.reportId, body)
);
