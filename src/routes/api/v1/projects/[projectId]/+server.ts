import { deleteProject } from '#lib/server/commands/delete-project.ts';
import { updateProject } from '#lib/server/commands/update-project.ts';
import { readProject } from '#lib/server/views/read-project.ts';
import { respond } from '../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params }) => readProject(context, params.projectId));

export const PATCH: RequestHandler = respond((context, { params, body }) =>
	updateProject(context, params.projectId, body)
);

export const DELETE: RequestHandler = respond((context, { params }) => deleteProject(context, params.projectId), {
	status: 204
});
