import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Store } from '../../src/lib/server/store/database.ts';
import { migrate } from '../../src/lib/server/store/migrate.ts';
import { emptyStore, testStore } from '../support/database.ts';

let store: Store | null = null;
let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'wijkstem-migrations-'));
	cpSync('migrations', folder, { recursive: true });
});
afterEach(async () => {
	await store?.close();
	store = null;
	rmSync(folder, { recursive: true, force: true });
});

/** A database without tables. */
const empty = async () => (store = await emptyStore());
/** A database on which all of the folder was applied; applying takes some seconds, so it is done once for a run. */
const migrated = async () => (store = await testStore());

const tables = async ({ db }: Store) =>
	(
		await sql<{ n: string }>`select count(*) as n from information_schema.tables where table_schema = 'public'`.execute(
			db
		)
	).rows[0]?.n;

test('migrating installs the schema; migrating again applies nothing and does no harm', async () => {
	const made = await empty();
	const { db } = made;
	const first = await migrate(db, folder);
	expect(first[0]).toBe('0001_foundation.sql');
	const count = await tables(made);
	expect(Number(count)).toBeGreaterThan(20);
	expect(await migrate(db, folder)).toEqual([]);
	expect(await tables(made)).toBe(count);
});

test('two that migrate at once apply each file once', async () => {
	const { db } = await empty();
	const [one, two] = await Promise.all([migrate(db, folder), migrate(db, folder)]);
	const names = [...one, ...two];
	expect(new Set(names).size).toBe(names.length);
	const { rows } = await sql<{ name: string }>`select name from migrations`.execute(db);
	expect(rows.map(({ name }) => name).sort()).toEqual(names.sort());
});

test('a file that was changed after it was applied is refused by name', async () => {
	const { db } = await migrated();
	writeFileSync(join(folder, '0001_foundation.sql'), '-- another text\n');
	await expect(migrate(db, folder)).rejects.toThrow('migrations/0001_foundation.sql was changed');
});

test('a file with Windows line ends counts as the same file', async () => {
	const { db } = await migrated();
	writeFileSync(join(folder, '9000_small.sql'), '-- a\ncreate table small (id int);\n');
	await migrate(db, folder);
	writeFileSync(join(folder, '9000_small.sql'), '-- a\r\ncreate table small (id int);\r\n');
	expect(await migrate(db, folder)).toEqual([]);
});

test('a database of a newer program is refused', async () => {
	const { db } = await migrated();
	await sql`insert into migrations (name, checksum) values ('9999_future.sql', 'x')`.execute(db);
	await expect(migrate(db, folder)).rejects.toThrow('newer Wijkstem (9999_future.sql)');
});

test('of a file with a mistake nothing is kept, and the files before it stay', async () => {
	const { db } = await migrated();
	writeFileSync(join(folder, '9000_whole.sql'), 'create table whole (id int);\n');
	writeFileSync(join(folder, '9001_broken.sql'), 'create table half (id int);\nselect nonsense from nowhere;\n');
	await expect(migrate(db, folder)).rejects.toThrow('applying migrations/9001_broken.sql failed');
	const { rows } = await sql`
		select table_name from information_schema.tables where table_name in ('half', 'whole')`.execute(db);
	expect(rows).toEqual([{ table_name: 'whole' }]);
	rmSync(join(folder, '9001_broken.sql'));
	expect(await migrate(db, folder)).toEqual([]);
});

test('a folder without migrations is refused with what to do', async () => {
	const { db } = await migrated();
	await expect(migrate(db, join(folder, 'absent'))).rejects.toThrow('start Wijkstem from its own folder');
});
