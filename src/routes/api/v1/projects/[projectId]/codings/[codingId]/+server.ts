import { changeCoding } from '#lib/server/commands/change-coding.ts';
import { removeCoding } from '#lib/server/commands/remove-coding.ts';
import { readCoding } from '#lib/server/views/list-codings.ts';
import { respond } from '../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params }) =>
	readCoding(context, params.projectId, params.codingId)
);

export const PATCH: RequestHandler = respond((context, { params, body }) =>
	changeCoding(context, params.projectId, params.codingId, body)
);

export const DELETE: RequestHandler = respond((context, { params, query }) =>
	removeCoding(context, params.projectId, params.codingId, query)
);
