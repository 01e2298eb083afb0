import { deleteFinding, updateFinding } from '#lib/server/commands/change-findings.ts';
import { respond } from '../../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const PATCH: RequestHandler = respond((context, { params, body }) =>
	updateFinding(context, params.projectId, params.studyId, params.findingId, body)
);

export const DELETE: RequestHandler = respond(
	(context, { params }) => deleteFinding(context, params.projectId, params.studyId, params.findingId),
	{ status: 204 }
);
