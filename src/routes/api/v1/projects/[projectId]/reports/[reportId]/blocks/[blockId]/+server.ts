import { readBlock } from '#lib/server/views/report-sections.ts';
import { respond } from '../../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params }) =>
	readBlock(context, params.projectId, params.reportId, params.blockId)
);
