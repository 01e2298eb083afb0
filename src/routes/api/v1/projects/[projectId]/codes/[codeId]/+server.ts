import { deleteCode } from '#lib/server/commands/delete-code.ts';
import { updateCode } from '#lib/server/commands/update-code.ts';
import { respond } from '../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const PATCH: RequestHandler = respond((context, { params, body }) =>
	updateCode(context, params.projectId, params.codeId, body)
);

export const DELETE: RequestHandler = respond((context, { params, query }) =>
	deleteCode(context, params.projectId, params.codeId, query)
);
