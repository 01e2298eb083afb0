import { writeSection } from '#lib/server/commands/write-section.ts';
import { readSection } from '#lib/server/views/report-sections.ts';
import { respond } from '../../../../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params }) =>
	readSection(context, params.projectId, params.reportId, params)
);

export const PUT: RequestHandler = respond((context, { params: { projectId, reportId, ...place }, body }) =>
	writeSection(context, projectId, reportId, place, body)
);
