import { ok, type Result } from '../../domain/problem.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Context } from '../access/context.ts';
import { listProjects as readProjects } from '../store/projects.ts';

/** The projects this person is a member of, by name; with a token for one project only that one. */
export const listProjects = async ({ db, actor }: Context): Promise<Result<readonly Project[]>> => {
	const projects = await readProjects(db, actor.userId);
	const only = actor.token?.projectId;
	return ok(only ? projects.filter(({ id }) => id === only) : projects);
};
