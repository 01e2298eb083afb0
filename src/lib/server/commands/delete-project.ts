import { fail, ok, type Result } from '../../domain/problem.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { lockProject } from '../store/frame.ts';
import { findProject, softDeleteProject } from '../store/projects.ts';
import { inTransaction } from '../store/transaction.ts';

/**
 * Takes a project out of sight of all its members, with everything in it. Nothing is destroyed: that needs proof, and a
 * way back must stay open for a mistake.
 */
export const deleteProject = async (context: Context, projectId: string): Promise<Result<null>> => {
	const permitted = await permit(context, projectId, 'project.manage');
	if (!permitted.ok) return permitted;
	const deleted = await inTransaction(context.db, async (trx): Promise<Result<null>> => {
		await lockProject(trx, projectId);
		if (!(await findProject(trx, projectId))) return fail('project-unknown');
		await softDeleteProject(trx, projectId, context.now());
		await audit(context, trx, projectId, 'project.remove', { kind: 'project', id: projectId });
		return ok(null);
	});
	if (!deleted.ok) return deleted;
	const { userId: actorId } = context.actor;
	context.publish({ projectId, kind: 'frame', change: 'removed', ids: [projectId], actorId });
	return deleted;
};
