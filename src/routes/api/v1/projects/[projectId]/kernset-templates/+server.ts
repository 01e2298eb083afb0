import { addKernsetTemplate } from '#lib/server/commands/add-kernset-template.ts';
import { importedAnswer } from '../../../../imported-answer.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond(
	(context, { params }) => importedAnswer(addKernsetTemplate(context, params.projectId)),
	{ status: 201, takes: 'none' }
);
