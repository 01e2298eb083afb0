import { exportKernset } from '#lib/server/views/export-kernset.ts';
import { readersLocale } from '#lib/words/locale.ts';
import { fileAnswer } from '../../../../../file-answer.ts';
import { respond } from '../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) =>
	fileAnswer(exportKernset(context, params.projectId, query, readersLocale()))
);
