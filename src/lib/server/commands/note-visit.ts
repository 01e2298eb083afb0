import { ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { saveVisit } from '../store/work.ts';

/** Notes that somebody has seen what changed in the codebook up to now. */
export const noteVisit = async (context: Context, projectId: string): Promise<Result<null>> => {
	const permitted = await permit(context, projectId, 'work.settle');
	if (!permitted.ok) return permitted;
	await saveVisit(context.db, permitted.value.project.id, context.actor.userId, context.now());
	return ok(null);
};
