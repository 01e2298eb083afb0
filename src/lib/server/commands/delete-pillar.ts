import { fail, ok, type Result } from '../../domain/problem.ts';
import { checkUnused } from '../../domain/project/usage.ts';
import type { Context } from '../access/context.ts';
import { deletePillar as remove, listPillars } from '../store/pillars.ts';
import { usageOfPillar } from '../store/usage.ts';
import { changeFrame } from './change-frame.ts';

/** Deletes a pillar without indicators, codes and decisions. */
export const deletePillar = (context: Context, projectId: string, pillarId: string): Promise<Result<null>> =>
	changeFrame(context, projectId, { part: 'pillar', change: 'removed' }, async (trx, project) => {
		const pillars = await listPillars(trx, project.id);
		if (!pillars.some(({ id }) => id === pillarId)) return fail('frame-part-unknown', { kind: 'pillar' });
		const unused = checkUnused(await usageOfPillar(trx, pillarId));
		if (!unused.ok) return unused;
		await remove(trx, project.id, pillarId);
		return ok({ ids: [pillarId], answer: null });
	});
