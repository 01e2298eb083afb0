import { readEdition } from '#lib/server/views/factsheet-editions.ts';
import { respond } from '../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params }) =>
	readEdition(context, params.projectId, params.editionId)
);
