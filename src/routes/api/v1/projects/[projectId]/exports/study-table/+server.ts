import { exportStudyTable } from '#lib/server/views/studies.ts';
import { readersLocale } from '#lib/words/locale.ts';
import { fileAnswer } from '../../../../../file-answer.ts';
import { respond } from '../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) =>
	fileAnswer(exportStudyTable(context, params.projectId, query, readersLocale()))
);
