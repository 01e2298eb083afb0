import { returnSection } from '#lib/server/commands/return-section.ts';
import { respond } from '../../../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond((context, { params, body }) =>
	returnSection(context, params.projectId, params.reportId, params.versionId, body)
);
