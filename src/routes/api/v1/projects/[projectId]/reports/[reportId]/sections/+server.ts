import { readSections } from '#lib/server/views/report-sections.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) =>
	readSections(context, params.projectId, params.reportId, query)
);
