import { addFinding } from '#lib/server/commands/change-findings.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond(
	(context, { params, body }) => addFinding(context, params.projectId, params.studyId, body),
	{ status: 201 }
);
