import { fail, ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { isUuid } from '../access/permit.ts';
import { deleteObservation as remove } from '../store/observations.ts';
import { changeFrame } from './change-frame.ts';

/** Deletes one value of the kernset. */
export const deleteObservation = (context: Context, projectId: string, observationId: string): Promise<Result<null>> =>
	changeFrame(context, projectId, { part: 'observation', change: 'removed' }, async (trx, project) => {
		const removed = isUuid(observationId) ? await remove(trx, project.id, observationId) : null;
		return removed ? ok({ ids: [removed.indicatorId], answer: null }) : fail('observation-unknown');
	});
