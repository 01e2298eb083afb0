import { viewReportChoices } from '#lib/server/views/report-choices.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) =>
	viewReportChoices(context, params.projectId, params.reportId, query)
);
