import { addStudy } from '#lib/server/commands/add-study.ts';
import { listStudies } from '#lib/server/views/list-studies.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) =>
	listStudies(context, params.projectId, query)
);

export const POST: RequestHandler = respond((context, { params, body }) => addStudy(context, params.projectId, body), {
	status: 201
});
