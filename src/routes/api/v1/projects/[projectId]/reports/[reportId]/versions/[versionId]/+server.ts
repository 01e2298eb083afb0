import { readReportVersion } from '#lib/server/views/report-versions.ts';
import { readersLocale } from '#lib/words/locale.ts';
import { respond } from '../../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params }) =>
	readReportVersion(context, params.projectId, params.reportId, params.versionId, readersLocale())
);
