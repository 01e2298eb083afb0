import { exportMemos } from '#lib/server/views/export-memos.ts';
import { readersLocale } from '#lib/words/locale.ts';
import { fileAnswer } from '../../../../../file-answer.ts';
import { respond } from '../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) =>
	fileAnswer(exportMemos(context, params.projectId, query, readersLocale()))
);

export const POST: RequestHandler = respond((context, { params, body }) =>
	fileAnswer(exportMemos(context, params.projectId, body, readersLocale()))
);
