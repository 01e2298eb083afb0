import { editSource } from '#lib/server/commands/edit-source.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond((context, { params, body }) =>
	editSource(context, params.projectId, params.sourceId, body)
);
