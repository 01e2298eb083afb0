import { readSealedVersion } from '#lib/server/views/sealed-versions.ts';
import { respond } from '../../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params }) =>
	readSealedVersion(context, params.projectId, params.sourceId, params.version)
);
