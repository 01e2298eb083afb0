import type { Area } from '../../domain/area/area.ts';
import type { Code } from '../../domain/codebook/code.ts';
import { ok, type Result } from '../../domain/problem.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { networkGroups } from '../../merge/network.ts';
import { loadCodebook } from '../store/codes.ts';
import { listAreas } from '../store/areas.ts';

/** The settings of a project, and what one can choose from. */
export type SettingsPage = {
	readonly project: Project;
	readonly areas: readonly Area[];
	/** groups of codes that can be about collaboration in the network */
	readonly networkGroups: readonly Pick<Code, 'id' | 'name'>[];
};

/** The settings of a project, for who manages it. */
export const viewSettings = async (context: Context, projectId: string): Promise<Result<SettingsPage>> => {
	const permitted = await permit(context, projectId, 'project.manage');
	if (!permitted.ok) return permitted;
	const { project } = permitted.value;
	const groups = networkGroups(await loadCodebook(context.db, project.id));
	return ok({
		project,
		areas: await listAreas(context.db, project.id),
		networkGroups: groups.map(({ id, name }) => ({ id, name }))
	});
};
