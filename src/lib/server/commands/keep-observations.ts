import type { Observation } from '../../domain/indicator/observation.ts';
import { changesBy, type ObservationChange } from '../../domain/indicator/observation-change.ts';
import type { FigureImportId, ProjectId } from '../../domain/project/ids.ts';
import type { Context } from '../access/context.ts';
import type { Db } from '../store/database.ts';
import { insertFigureImport } from '../store/figure-imports.ts';
import { insertObservationChanges, presentObservations } from '../store/observation-changes.ts';
import { storeObservations } from '../store/observations.ts';
import { lapsedBeside } from './lapse-tests.ts';

/** By what values change: an import or its undo; null = somebody typed one. */
export type KeptBy = { readonly importId: FigureImportId; readonly isUndo: boolean } | null;

/**
 * Stores values, and keeps of each that becomes another one what it was, who changed it and when. What a source tested
 * against a value that is revised is taken away with it.
 */
export const keepObservations = async (
	context: Context,
	trx: Db,
	projectId: ProjectId,
	observations: readonly Observation[],
	by: KeptBy = null
): Promise<Kept> => {
	return keep(context, trx, projectId, { ...(await withLapsed(trx, projectId, observations)), by });
};

/** Takes away what was tested against values that are deleted, by the same rule; `said` = values that were stored with it. */
export const lapseTests = async (
	context: Context,
	trx: Db,
	projectId: ProjectId,
	changes: readonly ObservationChange[],
	{ by = null, said = [] }: { readonly by?: KeptBy; readonly said?: readonly Observation[] } = {}
): Promise<void> => {
	const lapsed = await lapsedBeside(trx, projectId, changes, said);
	if (lapsed.length > 0) await keepObservations(context, trx, projectId, lapsed, by);
};

/** Values to be stored with those that lose their test by it, and what that changes. */
const withLapsed = async (trx: Db, projectId: ProjectId, said: readonly Observation[]) => {
	const own = changesBy(await presentObservations(trx, projectId, said), said);
	const lapsed = await lapsedBeside(trx, projectId, own, said);
	if (lapsed.length === 0) return { observations: said, changes: own };
	return {
		observations: [...said, ...lapsed],
		changes: [...own, ...changesBy(await presentObservations(trx, projectId, lapsed), lapsed)]
	};
};

/** Stores the values of a file or a list as one import, which can be taken back; without a change there is none. */
export const keepImport = async (
	context: Context,
	trx: Db,
	projectId: ProjectId,
	observations: readonly Observation[],
	source: string
): Promise<Kept> => {
	const kept = await withLapsed(trx, projectId, observations);
	const { changes } = kept;
	const importId = context.newId();
	const added = changes.filter(({ before }) => before === null).length;
	const made = { by: context.actor.userId, at: context.now() };
	if (changes.length > 0)
		await insertFigureImport(trx, projectId, {
			...{ id: importId, source, added, changed: changes.length - added },
			...made
		});
	return keep(context, trx, projectId, { ...kept, by: { importId, isUndo: false } });
};

type Kept = { readonly added: number; readonly changed: number };

const keep = async (
	{ newId, now, actor }: Context,
	trx: Db,
	projectId: ProjectId,
	what: {
		readonly observations: readonly Observation[];
		readonly changes: readonly ObservationChange[];
		readonly by: KeptBy;
	}
): Promise<Kept> => {
	const made = { importedBy: actor.userId, importedAt: now() };
	const stored = await storeObservations(
		trx,
		projectId,
		what.observations.map((each) => ({ id: newId(), ...made, ...each }))
	);
	await insertObservationChanges(trx, projectId, what.changes, { by: actor.userId, at: now(), import: what.by });
	return stored;
};
