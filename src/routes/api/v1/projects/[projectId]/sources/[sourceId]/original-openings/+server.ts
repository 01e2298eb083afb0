import { openOriginal } from '#lib/server/commands/open-original.ts';
import { fileAnswer } from '../../../../../../file-answer.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond((context, { params, body }) =>
	fileAnswer(openOriginal(context, params.projectId, params.sourceId, body))
);
