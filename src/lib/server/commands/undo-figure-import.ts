import type { UndoneFigureImportAnswer } from '../../contract/figure-import.ts';
import { wayBack } from '../../domain/indicator/observation-change.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { isUuid } from '../access/permit.ts';
import { findFigureImport, markImportUndone } from '../store/figure-imports.ts';
import { changesOfImport, insertObservationChanges, presentObservations } from '../store/observation-changes.ts';
import { deleteObservationsIn } from '../store/observations.ts';
import { changeFrame } from './change-frame.ts';
import { keepObservations, lapseTests } from './keep-observations.ts';

/** Takes back an import of figures: all of it, or nothing when one of its values was changed since. */
export const undoFigureImport = (
	context: Context,
	projectId: string,
	importId: string
): Promise<Result<UndoneFigureImportAnswer>> =>
	changeFrame(context, projectId, { part: 'observation', change: 'changed' }, async (trx, project) => {
		const found = isUuid(importId) ? await findFigureImport(trx, project.id, importId) : null;
		if (!found) return fail('figure-import-unknown');
		if (found.undoneAt !== null) return fail('figure-import-undone');
		const changes = await changesOfImport(trx, project.id, importId);
		const present = await presentObservations(trx, project.id, changes);
		const way = wayBack(changes, present);
		if (!way.ok) return way;
		const { restored, emptied } = way.value;
		await keepObservations(context, trx, project.id, restored, { importId, isUndo: true });
		const gone = changes
			.filter(({ before }) => before === null)
			.map((change) => ({ ...change, before: change.after, after: null }));
		const made = { by: context.actor.userId, at: context.now() };
		await insertObservationChanges(trx, project.id, gone, { ...made, import: { importId, isUndo: true } });
		await deleteObservationsIn(trx, project.id, emptied);
		await lapseTests(context, trx, project.id, gone, { by: { importId, isUndo: true }, said: restored });
		await markImportUndone(trx, importId, made);
		const ids = [...new Set(changes.map(({ indicatorId }) => indicatorId))];
		return ok({
			ids: ids.length > 0 ? ids : [importId],
			answer: { restored: restored.length, emptied: emptied.length }
		});
	});
