import { recordConsent } from '#lib/server/commands/record-consent.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond(
	(context, { params, body }) => recordConsent(context, params.projectId, params.caseId, body),
	{ status: 201 }
);
