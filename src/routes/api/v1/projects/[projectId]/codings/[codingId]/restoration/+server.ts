import { restoreCoding } from '#lib/server/commands/remove-coding.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond((context, { params, body }) =>
	restoreCoding(context, params.projectId, params.codingId, body)
);
