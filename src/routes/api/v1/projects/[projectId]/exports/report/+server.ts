import { exportReport } from '#lib/server/views/export-report.ts';
import { fileAnswer } from '../../../../../file-answer.ts';
import { respond } from '../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) =>
	fileAnswer(exportReport(context, params.projectId, query))
);
