import { openVersion } from '#lib/server/commands/open-version.ts';
import { respond } from '../../../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond(
	(context, { params, body }) => openVersion(context, params.projectId, params.sourceId, params.version, body),
	{ status: 201 }
);
