import { deleteStudy } from '#lib/server/commands/delete-study.ts';
import { updateStudy } from '#lib/server/commands/update-study.ts';
import { readStudy } from '#lib/server/views/studies.ts';
import { respond } from '../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params }) =>
	readStudy(context, params.projectId, params.studyId)
);

export const PATCH: RequestHandler = respond((context, { params, body }) =>
	updateStudy(context, params.projectId, params.studyId, body)
);

export const DELETE: RequestHandler = respond(
	(context, { params }) => deleteStudy(context, params.projectId, params.studyId),
	{ status: 204 }
);
