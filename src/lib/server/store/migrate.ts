import { sql, type Kysely } from 'kysely';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from './schema.ts';

type Migration = { readonly name: string; readonly text: string; readonly checksum: string };

/** Reads migrations/NNNN_what.sql in order. */
const readMigrations = (folder: string): readonly Migration[] => {
	if (!existsSync(folder))
		throw new Error(`no migrations in ${folder}; start Wijkstem from its own folder, where migrations/ is`);
	return readdirSync(folder)
		.filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name))
		.sort()
		.map((name) => {
			const text = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
			return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
		});
};

const lockKey = 5_921_407; // any fixed number: the advisory lock under which one process at a time migrates

/**
 * Brings the database to the newest schema: each file once, in one transaction with its bookkeeping row first.
 * Safe when two processes start at once. Throws when a file changed after it was applied, or when the database was
 * made by a newer Wijkstem. Returns the names that were applied.
 */
export const migrate = async (db: Kysely<Database>, folder = join(process.cwd(), 'migrations')): Promise<string[]> => {
	const migrations = readMigrations(folder);
	await createBookkeeping(db);
	const applied: string[] = [];
	for (const migration of migrations) if (await applyOnce(db, migration)) applied.push(migration.name);
	await refuseUnknown(db, migrations);
	return applied;
};

const createBookkeeping = (db: Kysely<Database>) =>
	db.transaction().execute(async (trx) => {
		await sql`select pg_advisory_xact_lock(${lockKey})`.execute(trx);
		await sql`create table if not exists migrations (
			name text primary key, checksum text not null, applied_at timestamptz not null default now()
		)`.execute(trx);
	});

const applyOnce = (db: Kysely<Database>, { name, text, checksum }: Migration) =>
	db.transaction().execute(async (trx) => {
		await sql`select pg_advisory_xact_lock(${lockKey})`.execute(trx);
		const known = await sql<{ checksum: string }>`select checksum from migrations where name = ${name}`.execute(trx);
		const row = known.rows[0];
		if (row && row.checksum !== checksum)
			throw new Error(
				`migrations/${name} was changed after it was applied; restore the file and add a new one instead`
			);
		if (row) return false;
		await sql`insert into migrations (name, checksum) values (${name}, ${checksum})`.execute(trx);
		try {
			await sql.raw(text).execute(trx);
		} catch (cause) {
			throw new Error(`applying migrations/${name} failed; nothing of it was kept`, { cause });
		}
		return true;
	});

const refuseUnknown = async (db: Kysely<Database>, migrations: readonly Migration[]) => {
	const { rows } = await sql<{ name: string }>`select name from migrations order by name`.execute(db);
	const unknown = rows.find(({ name }) => !migrations.some((migration) => migration.name === name));
	if (unknown) throw new Error(`this database was made by a newer Wijkstem (${unknown.name}); update the program`);
};
