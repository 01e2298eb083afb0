import type { Indicator } from '../../domain/indicator/indicator.ts';
import type { IndicatorId, ProjectId } from '../../domain/project/ids.ts';
import type { Context } from '../access/context.ts';
import type { Db } from '../store/database.ts';
import { insertIndicators, listIndicators, updateIndicator } from '../store/indicators.ts';

/** Stores indicators by their keys: new ones come last, known ones are updated and keep their place. */
export const storeIndicators = async (
	{ newId }: Context,
	trx: Db,
	projectId: ProjectId,
	drafts: readonly Omit<Indicator, 'id'>[]
): Promise<{ ids: readonly IndicatorId[]; added: number; changed: number }> => {
	const present = await listIndicators(trx, projectId);
	const idOf = new Map(present.map(({ id, key }) => [key.toLowerCase(), id]));
	const known: Indicator[] = [];
	const added: Indicator[] = [];
	for (const draft of drafts) {
		const id = idOf.get(draft.key.toLowerCase());
		if (id === undefined) added.push({ id: newId(), ...draft });
		else known.push({ id, ...draft });
	}
	for (const indicator of known) await updateIndicator(trx, projectId, indicator);
	await insertIndicators(trx, projectId, added, present.length);
	return { ids: [...known, ...added].map(({ id }) => id), added: added.length, changed: known.length };
};
