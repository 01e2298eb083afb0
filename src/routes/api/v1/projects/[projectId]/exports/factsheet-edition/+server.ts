import { exportEdition } from '#lib/server/views/factsheet-editions.ts';
import { fileAnswer } from '../../../../../file-answer.ts';
import { respond } from '../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) =>
	fileAnswer(exportEdition(context, params.projectId, query))
);
