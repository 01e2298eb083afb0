import { saveObservation } from '#lib/server/commands/save-observation.ts';
import { importObservations } from '#lib/server/commands/import-figures.ts';
import { storeObservations } from '#lib/server/commands/store-observations.ts';
import { listObservations } from '#lib/server/views/list-observations.ts';
import { importedAnswer } from '../../../../imported-answer.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) =>
	listObservations(context, params.projectId, query)
);

export const POST: RequestHandler = respond(
	(context, { params, body, upload }) =>
		importedAnswer(
			upload
				? importObservations(context, params.projectId, upload.files, upload.fields)
				: storeObservations(context, params.projectId, body)
		),
	{ status: 201, takes: 'json-or-upload' }
);

export const PUT: RequestHandler = respond((context, { params, body }) =>
	saveObservation(context, params.projectId, body)
);
