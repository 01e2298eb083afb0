import { ok, type Result } from '../../domain/problem.ts';
import { actions, areasFor, may, type Action, type Role } from '../../domain/project/membership.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { countOpenProposals } from '../store/code-proposals.ts';
import { countForNavigation, type NavigationCounts } from '../store/navigation-counts.ts';

/** What the frame of every page of a project shows: which project, who one is there, and where one may go. */
export type Navigation = {
	readonly project: Project;
	readonly person: { readonly name: string; readonly roles: readonly Role[] };
	/** the actions this person may do somewhere in the project */
	readonly allowed: readonly Action[];
	readonly counts: NavigationCounts & { /** codes that wait for a decision */ readonly proposals: number };
};

/** Whatever a member may see of a project; who is no member is told that it does not exist. */
export const viewNavigation = async (context: Context, projectId: string): Promise<Result<Navigation>> => {
	const permitted = await permit(context, projectId, 'project.read');
	if (!permitted.ok) return permitted;
	const { project, access } = permitted.value;
	return ok({
		project,
		person: {
			name: context.actor.name,
			roles: [...new Set(access.memberships.map(({ role }) => role))]
		},
		allowed: actions.filter((action) => may(access, action)),
		counts: {
			...(await countForNavigation(context.db, project.id, access, areasFor(access, 'explanation.read'))),
			proposals: may(access, 'coding.read') ? await countOpenProposals(context.db, project.id, access) : 0
		}
	});
};
