import { listReportPlaces } from '#lib/server/views/report-places.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params }) =>
	listReportPlaces(context, params.projectId, params.sourceId)
);
