import type { SourceId } from '../../domain/project/ids.ts';
import { carryRead, type MadeOf } from '../../domain/source/reading.ts';
import type { Db } from '../store/database.ts';
import { listReadings, storeReading } from '../store/readings.ts';

/** What everybody read of a text is told over its turns as they are now; inside a transaction that holds the source. */
export const carryReadings = async (
	trx: Db,
	sourceId: SourceId,
	version: number,
	turns: readonly MadeOf[]
): Promise<void> => {
	for (const { userId, turns: read, lastTurn } of await listReadings(trx, sourceId)) {
		const at = turns.find(({ from }) => from.some((ordinal) => ordinal >= lastTurn));
		await storeReading(trx, sourceId, userId, version, {
			turns: carryRead(read, turns),
			lastTurn: at?.ordinal ?? turns.at(-1)?.ordinal ?? 1
		});
	}
};
