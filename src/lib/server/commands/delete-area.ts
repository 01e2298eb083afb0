import { fail, ok, type Result } from '../../domain/problem.ts';
import { checkUnused } from '../../domain/project/usage.ts';
import type { Context } from '../access/context.ts';
import { deleteArea as remove, listAreas } from '../store/areas.ts';
import { usageOfArea } from '../store/usage.ts';
import { changeFrame } from './change-frame.ts';

/** Deletes a place that nothing is about any more. */
export const deleteArea = (context: Context, projectId: string, areaId: string): Promise<Result<null>> =>
	changeFrame(context, projectId, { part: 'area', change: 'removed' }, async (trx, project) => {
		const areas = await listAreas(trx, project.id);
		if (!areas.some(({ id }) => id === areaId)) return fail('frame-part-unknown', { kind: 'area' });
		const unused = checkUnused(await usageOfArea(trx, areaId));
		if (!unused.ok) return unused;
		await remove(trx, project.id, areaId);
		return ok({ ids: [areaId], answer: null });
	});
