import { exportMemos } from '#lib/server/views/export-memos.ts';
import { readersLocale } from '#lib/words/locale.ts';
import { fileAnswer } from '../../../../../file-answer.ts';
import { respond } from '../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query, request }) =>
	fileAnswer(exportMemos(context, params.projectId, query, readersLocale(), new URL(request.url).origin))
);

export const POST: RequestHandler = respond((context, { params, body, request }) =>
	fileAnswer(exportMemos(context, params.projectId, body, readersLocale(), new URL(request.url).origin))
);
