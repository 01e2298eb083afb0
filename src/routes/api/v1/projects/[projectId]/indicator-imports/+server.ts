import { importIndicators } from '#lib/server/commands/import-indicators.ts';
import { importedAnswer } from '../../../../imported-answer.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond(
	(context, { params, upload }) => importedAnswer(importIndicators(context, params.projectId, upload?.files ?? [])),
	{ status: 201, takes: 'upload' }
);
