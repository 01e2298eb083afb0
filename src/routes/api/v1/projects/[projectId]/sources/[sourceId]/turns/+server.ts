import { changeTurns } from '#lib/server/commands/change-turns.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const PATCH: RequestHandler = respond((context, { params, body }) =>
	changeTurns(context, params.projectId, params.sourceId, body)
);
