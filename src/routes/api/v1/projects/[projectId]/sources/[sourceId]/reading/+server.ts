import { recordReading } from '#lib/server/commands/record-reading.ts';
import { readReading } from '#lib/server/views/read-reading.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params }) =>
	readReading(context, params.projectId, params.sourceId)
);

export const POST: RequestHandler = respond(
	(context, { params, body }) => recordReading(context, params.projectId, params.sourceId, body),
	{ status: 204 }
);
