import { withdrawEdition } from '#lib/server/commands/withdraw-edition.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond((context, { params, body }) =>
	withdrawEdition(context, params.projectId, params.editionId, body)
);
