import { restoreCode } from '#lib/server/commands/restore-code.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond((context, { params, body }) =>
	restoreCode(context, params.projectId, params.codeId, body)
);
