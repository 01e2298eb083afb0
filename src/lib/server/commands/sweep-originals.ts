import { isOriginalDue } from '../../domain/source/retention.ts';
import type { Context } from '../access/context.ts';
import { listKeptUploads } from '../store/source-uploads.ts';
import { inTransaction } from '../store/transaction.ts';
import { destroyOriginalOf } from './keep-original.ts';

type Sweeping = Pick<Context, 'db' | 'now' | 'newId'>;

/** Destroys every file whose term is over; answers how many. Two processes can do it at once: each file goes once. */
export const sweepOriginals = async ({ db, now, newId }: Sweeping): Promise<number> => {
	let destroyed = 0;
	const due = (await listKeptUploads(db)).filter((kept) => isOriginalDue(kept, kept.days, now()));
	for (const kept of due) {
		const term = { now, newId, actor: null, origin: null };
		if (await inTransaction(db, (trx) => destroyOriginalOf(term, trx, kept, 'term'))) destroyed += 1;
	}
	return destroyed;
};

const betweenSweeps = 3_600_000; // ms

/** Destroys what is due now, and each hour; answers how to end that. */
export const keepSweeping = (background: Sweeping): (() => void) => {
	// When the database is away nothing goes, and the next round tries again.
	const sweep = () => void sweepOriginals(background).catch(() => undefined);
	sweep();
	const timer = setInterval(sweep, betweenSweeps);
	timer.unref();
	return () => clearInterval(timer);
};
