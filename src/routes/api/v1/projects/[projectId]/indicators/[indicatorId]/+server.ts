import { deleteIndicator } from '#lib/server/commands/delete-indicator.ts';
import { updateIndicator } from '#lib/server/commands/update-indicator.ts';
import { respond } from '../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const PATCH: RequestHandler = respond((context, { params, body }) =>
	updateIndicator(context, params.projectId, params.indicatorId, body)
);

export const DELETE: RequestHandler = respond(
	(context, { params, query }) => deleteIndicator(context, params.projectId, params.indicatorId, query),
	{ status: 204 }
);
