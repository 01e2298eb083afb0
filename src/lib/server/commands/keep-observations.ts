import type { Observation } from '../../domain/indicator/observation.ts';
import { changesBy, type ObservationChange } from '../../domain/indicator/observation-change.ts';
import type { FigureImportId, ProjectId } from '../../domain/project/ids.ts';
import type { Context } from '../access/context.ts';
import type { Db } from '../store/database.ts';
import { insertFigureImport } from '../store/figure-imports.ts';
import { insertObservationChanges, presentObservations } from '../store/observation-changes.ts';
import { storeObservations } from '../store/observations.ts';

/** By what values change: an import or its undo; null = somebody typed one. */
export type KeptBy = { readonly importId: FigureImportId; readonly isUndo: boolean } | null;

/** Stores values, and keeps of each that becomes another one what it was, who changed it and when. */
export const keepObservations = async (
	context: Context,
	trx: Db,
	projectId: ProjectId,
	observations: readonly Observation[],
	by: KeptBy = null
): Promise<Kept> => {
	const changes = changesBy(await presentObservations(trx, projectId, observations), observations);
	return keep(context, trx, projectId, { observations, changes, by });
};

/** Stores the values of a file or a list as one import, which can be taken back; without a change there is none. */
export const keepImport = async (
	context: Context,
	trx: Db,
	projectId: ProjectId,
	observations: readonly Observation[],
	source: string
): Promise<Kept> => {
	const changes = changesBy(await presentObservations(trx, projectId, observations), observations);
	const importId = context.newId();
	const added = changes.filter(({ before }) => before === null).length;
	const made = { by: context.actor.userId, at: context.now() };
	if (changes.length > 0)
		await insertFigureImport(trx, projectId, {
			...{ id: importId, source, added, changed: changes.length - added },
			...made
		});
	return keep(context, trx, projectId, { observations, changes, by: { importId, isUndo: false } });
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
