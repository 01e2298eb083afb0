import type { SourceId } from '../../domain/project/ids.ts';
import { carryTurnPlace } from '../../domain/source/carry-turn-place.ts';
import type { MadeOf } from '../../domain/source/reading.ts';
import type { Turn } from '../../domain/source/turn.ts';
import type { Db } from '../store/database.ts';
import { listMemoPlaces, storeMemoPlaces } from '../store/source-edits.ts';

/** Memos on turns stay with their turn when turns become others; inside a transaction that holds the source. */
export const carryTurnMemos = async (
	trx: Db,
	sourceId: SourceId,
	version: number,
	before: readonly Turn[],
	after: readonly (Pick<Turn, 'start'> & MadeOf)[]
): Promise<void> => {
	const memos = await listMemoPlaces(trx, sourceId);
	await storeMemoPlaces(
		trx,
		version,
		memos.map(({ id, position }) => ({ id, position: carryTurnPlace(before, after, position) }))
	);
};
