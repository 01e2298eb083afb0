import type { Db } from '../store/database.ts';
import { countSealed, insertDestruction } from '../store/destructions.ts';
import { destroySource } from '../store/withdrawals.ts';
import { destroyOriginalOf, type Destroyer } from './keep-original.ts';

/**
 * Destroys an interview with its file, key, sealed texts, photos and all that hangs on it, and writes down that it
 * went, for the statement of what was destroyed.
 */
export const destroyInterview = async (
	destroyer: Destroyer,
	trx: Db,
	of: { readonly projectId: string; readonly sourceId: string },
	why: 'deletion' | 'withdrawal'
): Promise<void> => {
	await destroyOriginalOf(destroyer, trx, of, why);
	const sealed = await countSealed(trx, of.sourceId);
	const at = destroyer.now();
	const by = destroyer.actor?.userId ?? null;
	const stamp = { proposedBy: by, proposedAt: at, decidedBy: by, decidedAt: at };
	const line = { kind: 'interview', why, reason: '', state: 'done', bytes: 0 } as const;
	await insertDestruction(trx, { id: destroyer.newId(), ...of, ...line, ...sealed, ...stamp });
	await destroySource(trx, of.sourceId);
};
