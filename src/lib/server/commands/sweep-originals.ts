import { deletedUntil, isOriginalDue } from '../../domain/source/retention.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { listKeptUploads } from '../store/source-uploads.ts';
import { listDeletedSources, lockDeletedSource } from '../store/deleted-sources.ts';
import { inTransaction } from '../store/transaction.ts';
import { destroyInterview } from './destroy-interview.ts';
import { destroyOriginalOf } from './keep-original.ts';
import { findMentions, forgetMentionsOf } from './withdrawn-traces.ts';

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

/**
 * Destroys the interviews that were deleted and whose days to come back are over, with their keys; answers how many.
 * Examples in the codebook stay: nobody withdrew those words.
 */
export const sweepDeleted = async ({ db, now, newId }: Sweeping): Promise<number> => {
	let destroyed = 0;
	const term = { now, newId, actor: null, origin: null };
	for (const of of await listDeletedSources(db, deletedUntil(now()))) {
		const isGone = await inTransaction(db, async (trx) => {
			if (!(await lockDeletedSource(trx, of.sourceId))) return false;
			await forgetMentionsOf(trx, await findMentions(trx, of.projectId, [of.sourceId]));
			await destroyInterview(term, trx, of, 'deletion');
			await audit(term, trx, of.projectId, 'source.destroy', { kind: 'source', id: of.sourceId });
			return true;
		});
		if (isGone) destroyed += 1;
	}
	return destroyed;
};

const betweenSweeps = 3_600_000; // ms

/** Destroys what is due now, and each hour; answers how to end that. */
export const keepSweeping = (background: Sweeping): (() => void) => {
	// When the database is away nothing goes, and the next round tries again.
	const sweep = () =>
		void sweepOriginals(background)
			.then(() => sweepDeleted(background))
			.catch(() => undefined);
	sweep();
	const timer = setInterval(sweep, betweenSweeps);
	timer.unref();
	return () => clearInterval(timer);
};
