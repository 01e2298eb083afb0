import type { Area } from '../../domain/area/area.ts';
import { ok, type Result } from '../../domain/problem.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { listAreas } from '../store/areas.ts';

/** The settings of a project, and what one can choose from. */
export type SettingsPage = { readonly project: Project; readonly areas: readonly Area[] };

/** The settings of a project, for who manages it. */
export const viewSettings = async (context: Context, projectId: string): Promise<Result<SettingsPage>> => {
	const permitted = await permit(context, projectId, 'project.manage');
	if (!permitted.ok) return permitted;
	const { project } = permitted.value;
	return ok({ project, areas: await listAreas(context.db, project.id) });
};
