import { slice, type Page } from '../../contract/cursor.ts';
import { parse } from '../../contract/parse.ts';
import { toProjectAnswer } from '../../contract/project-answer.ts';
import { listProjectsQuery, type ProjectAnswer } from '../../contract/project.ts';
import { ok, type Result } from '../../domain/problem.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Context } from '../access/context.ts';
import { accessByProject } from '../store/memberships.ts';
import { listProjects as readProjects } from '../store/projects.ts';

/** The projects this person is a member of, by name; with a token for one project only that one. */
export const listProjects = async ({ db, actor }: Context): Promise<Result<readonly Project[]>> => {
	const projects = await readProjects(db, actor.userId);
	const only = actor.token?.projectId;
	return ok(only ? projects.filter(({ id }) => id === only) : projects);
};

/** The same projects with this person's roles in each, a page at a time. */
export const pageOfProjects = async (context: Context, query: unknown): Promise<Result<Page<ProjectAnswer>>> => {
	const parsed = parse(listProjectsQuery, query);
	if (!parsed.ok) return parsed;
	const projects = await listProjects(context);
	if (!projects.ok) return projects;
	const { userId } = context.actor;
	const accesses = await accessByProject(context.db, userId);
	const answers = projects.value.map((project) =>
		toProjectAnswer(project, accesses.get(project.id) ?? { userId, memberships: [] })
	);
	return slice(answers, parsed.value, ({ id }) => id);
};
