import { fail, ok, type Result } from '../../domain/problem.ts';
import { checkUnused } from '../../domain/project/usage.ts';
import type { Context } from '../access/context.ts';
import { usageOfWave } from '../store/usage.ts';
import { deleteWave as remove, listWaves } from '../store/waves.ts';
import { changeFrame } from './change-frame.ts';

/** Deletes a round in which nothing was done. */
export const deleteWave = (context: Context, projectId: string, waveId: string): Promise<Result<null>> =>
	changeFrame(context, projectId, { part: 'wave', change: 'removed' }, async (trx, project) => {
		const waves = await listWaves(trx, project.id);
		if (!waves.some(({ id }) => id === waveId)) return fail('frame-part-unknown', { kind: 'wave' });
		const unused = checkUnused(await usageOfWave(trx, waveId));
		if (!unused.ok) return unused;
		await remove(trx, project.id, waveId);
		return ok({ ids: [waveId], answer: null });
	});
