import { exportQueriedQuotes, exportQuotes } from '#lib/server/views/export-quotes.ts';
import { readersLocale } from '#lib/words/locale.ts';
import { fileAnswer } from '../../../../../file-answer.ts';
import { respond } from '../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) =>
	fileAnswer(exportQuotes(context, params.projectId, query, readersLocale()))
);

export const POST: RequestHandler = respond((context, { params, body }) =>
	fileAnswer(exportQueriedQuotes(context, params.projectId, body, readersLocale()))
);
