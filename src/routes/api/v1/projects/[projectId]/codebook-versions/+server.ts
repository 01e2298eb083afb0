import { makeCodebookVersion } from '#lib/server/commands/make-codebook-version.ts';
import { listVersions } from '#lib/server/views/codebook-versions.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) =>
	listVersions(context, params.projectId, query)
);

export const POST: RequestHandler = respond(
	(context, { params, body }) => makeCodebookVersion(context, params.projectId, body),
	{ status: 201 }
);
