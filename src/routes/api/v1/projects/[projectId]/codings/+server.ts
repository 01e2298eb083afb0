import { applyCodeOrCodes } from '#lib/server/commands/apply-code.ts';
import { listCodings } from '#lib/server/views/list-codings.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) =>
	listCodings(context, params.projectId, query)
);

export const POST: RequestHandler = respond(
	(context, { params, body }) => applyCodeOrCodes(context, params.projectId, body),
	{ status: 201 }
);
