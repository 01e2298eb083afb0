import { viewExportCheck } from '#lib/server/views/export-check.ts';
import { readersLocale } from '#lib/words/locale.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond((context, { params, body }) =>
	viewExportCheck(context, params.projectId, body, readersLocale())
);
