import { figureOf } from '../../domain/indicator/observation-change.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { isUuid } from '../access/permit.ts';
import { insertObservationChanges } from '../store/observation-changes.ts';
import { deleteObservation as remove } from '../store/observations.ts';
import { changeFrame } from './change-frame.ts';
import { lapseTests } from './keep-observations.ts';

/** Deletes one value of the kernset. */
export const deleteObservation = (context: Context, projectId: string, observationId: string): Promise<Result<null>> =>
	changeFrame(context, projectId, { part: 'observation', change: 'removed' }, async (trx, project) => {
		const removed = isUuid(observationId) ? await remove(trx, project.id, observationId) : null;
		if (!removed) return fail('observation-unknown');
		const { indicatorId, areaId, waveId } = removed;
		const change = { indicatorId, areaId, waveId, before: figureOf(removed), after: null };
		const made = { by: context.actor.userId, at: context.now(), import: null };
		await insertObservationChanges(trx, project.id, [change], made);
		await lapseTests(context, trx, project.id, [change]);
		return ok({ ids: [indicatorId], answer: null });
	});
