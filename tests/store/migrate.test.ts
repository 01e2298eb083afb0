import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Store } from '../../src/lib/server/store/database.ts';
import { migrate } from '../../src/lib/server/store/migrate.ts';
import { emptyStore } from '../support/database.ts';

let store: Store;
let folder: string;
beforeEach(async () => {
	store = await emptyStore();
	folder = mkdtempSync(join(tmpdir(), 'wijkstem-migrations-'));
	cpSync('migrations', folder, { recursive: true });
});
afterEach(async () => {
	await store.close();
	rmSync(folder, { recursive: true, force: true });
});

const tables = async () =>
	(
		await sql<{ n: string }>`select count(*) as n from information_schema.tables where table_schema = 'public'`.execute(
			store.db
		)
	).rows[0]?.n;

test('migrating installs the schema; migrating again applies nothing and does no harm', async () => {
	const first = await migrate(store.db, folder);
	expect(first[0]).toBe('0001_foundation.sql');
	const count = await tables();
	expect(Number(count)).toBeGreaterThan(20);
	expect(await migrate(store.db, folder)).toEqual([]);
	expect(await tables()).toBe(count);
});

test('two that migrate at once apply each file once', async () => {
	const [one, two] = await Promise.all([migrate(store.db, folder), migrate(store.db, folder)]);
	const names = [...one, ...two];
	expect(new Set(names).size).toBe(names.length);
	const { rows } = await sql<{ name: string }>`select name from migrations`.execute(store.db);
	expect(rows.map(({ name }) => name).sort()).toEqual(names.sort());
});

test('a file that was changed after it was applied is refused by name', async () => {
	await migrate(store.db, folder);
	writeFileSync(join(folder, '0001_foundation.sql'), '-- another text\n');
	await expect(migrate(store.db, folder)).rejects.toThrow('migrations/0001_foundation.sql was changed');
});

test('a file with Windows line ends counts as the same file', async () => {
	writeFileSync(join(folder, '9000_small.sql'), '-- a\ncreate table small (id int);\n');
	await migrate(store.db, folder);
	writeFileSync(join(folder, '9000_small.sql'), '-- a\r\ncreate table small (id int);\r\n');
	expect(await migrate(store.db, folder)).toEqual([]);
});

test('a database of a newer program is refused', async () => {
	await migrate(store.db, folder);
	await sql`insert into migrations (name, checksum) values ('9999_future.sql', 'x')`.execute(store.db);
	await expect(migrate(store.db, folder)).rejects.toThrow('newer Wijkstem (9999_future.sql)');
});

test('of a file with a mistake nothing is kept, and the files before it stay', async () => {
	writeFileSync(join(folder, '9000_broken.sql'), 'create table half (id int);\nselect nonsense from nowhere;\n');
	await expect(migrate(store.db, folder)).rejects.toThrow('applying migrations/9000_broken.sql failed');
	const { rows } = await sql`select from information_schema.tables where table_name = 'half'`.execute(store.db);
	expect(rows).toEqual([]);
	rmSync(join(folder, '9000_broken.sql'));
	expect(await migrate(store.db, folder)).toEqual([]);
});

test('a folder without migrations is refused with what to do', async () => {
	await expect(migrate(store.db, join(folder, 'absent'))).rejects.toThrow('start Wijkstem from its own folder');
});
