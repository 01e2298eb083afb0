import { confirmExport } from '#lib/server/commands/confirm-export.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond(
	(context, { params, body }) => confirmExport(context, params.projectId, body),
	{ status: 201 }
);
