import { createProject } from '#lib/server/commands/create-project.ts';
import { pageOfProjects } from '#lib/server/views/list-projects.ts';
import { respond } from '../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { query }) => pageOfProjects(context, query));

export const POST: RequestHandler = respond((context, { body }) => createProject(context, body), { status: 201 });
