import { makeReportVersion } from '#lib/server/commands/make-report-version.ts';
import { listReportVersions } from '#lib/server/views/report-versions.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) =>
	listReportVersions(context, params.projectId, params.reportId, query)
);

export const POST: RequestHandler = respond(
	(context, { params, body }) => makeReportVersion(context, params.projectId, params.reportId, body),
	{ status: 201 }
);
