import { exportCase } from '#lib/server/views/export-case.ts';
import { readersLocale } from '#lib/words/locale.ts';
import { fileAnswer } from '../../../../../../file-answer.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) =>
	fileAnswer(exportCase(context, params.projectId, params.caseId, query, readersLocale()))
);
