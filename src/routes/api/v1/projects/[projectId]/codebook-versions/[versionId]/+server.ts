import { updateCodebookVersion } from '#lib/server/commands/update-codebook-version.ts';
import { readVersion } from '#lib/server/views/codebook-versions.ts';
import { respond } from '../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params }) =>
	readVersion(context, params.projectId, params.versionId)
);

export const PATCH: RequestHandler = respond((context, { params, body }) =>
	updateCodebookVersion(context, params.projectId, params.versionId, body)
);
