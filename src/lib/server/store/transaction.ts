import type { Kysely, Transaction } from 'kysely';
import type { Database } from './schema.ts';
import type { Db } from './database.ts';

/**
 * Runs a step in one transaction: all of it is stored, or nothing. A step that answers `{ ok: false }` stores nothing.
 * Inside, use only `trx`: the embedded database has one connection, so `db` would wait for itself.
 */
export const inTransaction = async <T>(db: Db, step: (trx: Transaction<Database>) => Promise<T>): Promise<T> => {
	if (db.isTransaction) return step(db as Transaction<Database>);
	try {
		return await (db as Kysely<Database>).transaction().execute(async (trx) => {
			const result = await step(trx);
			if (isFailure(result)) throw new RolledBack(result);
			return result;
		});
	} catch (error) {
		if (error instanceof RolledBack) return error.result as T;
		throw error;
	}
};

const isFailure = (result: unknown): boolean =>
	typeof result === 'object' && result !== null && 'ok' in result && result.ok === false;

class RolledBack extends Error {
	readonly result: unknown;
	constructor(result: unknown) {
		super('rolled back');
		this.result = result;
	}
}
