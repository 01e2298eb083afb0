import { toProjectAnswer } from '../../contract/project-answer.ts';
import type { ProjectAnswer } from '../../contract/project.ts';
import { ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';

/** One project with its settings, and what this member is and may do in it. */
export const readProject = async (context: Context, projectId: string): Promise<Result<ProjectAnswer>> => {
	const permitted = await permit(context, projectId, 'project.read');
	return permitted.ok ? ok(toProjectAnswer(permitted.value.project, permitted.value.access)) : permitted;
};
