import { updatePseudonymSettings } from '#lib/server/commands/update-pseudonym-settings.ts';
import { readPseudonymSettings } from '#lib/server/views/pseudonyms.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params }) => readPseudonymSettings(context, params.projectId));

export const PUT: RequestHandler = respond((context, { params, body }) =>
	updatePseudonymSettings(context, params.projectId, body)
);
