import { deleteStudyTable, updateStudyTable } from '#lib/server/commands/change-study-tables.ts';
import { respond } from '../../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const PATCH: RequestHandler = respond((context, { params, body }) =>
	updateStudyTable(context, params.projectId, params.studyId, params.tableId, body)
);

export const DELETE: RequestHandler = respond(
	(context, { params }) => deleteStudyTable(context, params.projectId, params.studyId, params.tableId),
	{ status: 204 }
);
