import { addStudyTable } from '#lib/server/commands/change-study-tables.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond(
	(context, { params, upload }) =>
		addStudyTable(context, params.projectId, params.studyId, upload?.files ?? [], upload?.fields ?? {}),
	{ takes: 'upload', status: 201 }
);
