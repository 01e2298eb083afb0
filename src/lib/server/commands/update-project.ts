import { parse } from '../../contract/parse.ts';
import { toProjectAnswer } from '../../contract/project-answer.ts';
import { updateProjectInput, type ProjectAnswer } from '../../contract/project.ts';
import { fail, failAll, ok, type Result } from '../../domain/problem.ts';
import { foreignReferences } from '../../domain/project/references.ts';
import { withChanges } from '../../domain/with-changes.ts';
import { networkGroups } from '../../merge/network.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { listAreas } from '../store/areas.ts';
import { loadCodebook } from '../store/codes.ts';
import { orProblem } from '../store/constraint.ts';
import { lockProject } from '../store/frame.ts';
import { findProject, updateProject as save } from '../store/projects.ts';
import { inTransaction } from '../store/transaction.ts';

/** Changes the name and the settings of a project; what is left out stays as it is. */
export const updateProject = async (
	context: Context,
	projectId: string,
	input: unknown
): Promise<Result<ProjectAnswer>> => {
	const parsed = parse(updateProjectInput, input);
	if (!parsed.ok) return parsed;
	const changes = parsed.value;
	const permitted = await permit(context, projectId, 'project.manage');
	if (!permitted.ok) return permitted;
	const { access } = permitted.value;
	const stored = await orProblem({ reference: { code: 'reference-gone', params: { kind: 'area' } } }, () =>
		inTransaction(context.db, async (trx) => {
			await lockProject(trx, projectId);
			const before = await findProject(trx, projectId);
			if (!before) return fail('project-unknown');
			const area = await listAreas(trx, before.id);
			const foreign = foreignReferences({ area }, [
				{ kind: 'area', field: 'comparisonAreaId', ids: [changes.comparisonAreaId] }
			]);
			if (foreign.length > 0) return failAll(foreign);
			if (changes.networkGroupIds !== undefined) {
				const groups = networkGroups(await loadCodebook(trx, before.id));
				if (!changes.networkGroupIds.every((id) => groups.some((group) => group.id === id)))
					return fail('network-group-unfit', undefined, 'networkGroupIds');
			}
			const project = withChanges(before, changes);
			if (project === before) return ok(project);
			await save(trx, project);
			await audit(context, trx, project.id, 'project.change', { kind: 'project', id: project.id });
			return ok(project);
		})
	);
	if (!stored.ok) return stored;
	const { id } = stored.value;
	context.publish({ projectId: id, kind: 'frame', change: 'changed', ids: [id], actorId: context.actor.userId });
	return ok(toProjectAnswer(stored.value, access));
};
