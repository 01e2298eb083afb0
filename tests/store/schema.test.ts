import { globSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../../src/lib/server/store/database.ts';
import { testStore } from '../support/database.ts';
import { schemaDump } from '../support/schema-dump.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

test('schema.sql is what the migrations make (npm run schema rewrites it)', async () => {
	expect(await schemaDump(store.db)).toBe(readFileSync('tests/store/schema.sql', 'utf8'));
});

test('the types of schema/ name every column of every table, and no other', async () => {
	const { rows } = await sql<{ name: string; columns: string[] }>`
		select table_name as name, array_agg(column_name::text) as columns from information_schema.columns
		where table_schema = 'public' and table_name <> 'migrations' group by table_name`.execute(store.db);
	const inDatabase = Object.fromEntries(rows.map(({ name, columns }) => [name, [...columns].sort()]));
	const files = globSync('src/lib/server/store/schema/*.ts').map((path) => readFileSync(path, 'utf8'));
	expect(Object.assign({}, ...files.map(typesOf))).toEqual(inDatabase);
});

/** Tables and columns of `type …Tables = { table: { column: ... } }`, read from its text. */
const typesOf = (source: string): Record<string, string[]> => {
	const body = source.slice(source.indexOf('Tables = {'));
	const tables: Record<string, string[]> = {};
	for (const [, name = '', inside = ''] of body.matchAll(/^\t(\w+): \{((?:[^{}]|\n)*?)\};?$/gm))
		tables[name] = [...inside.matchAll(/(?:^|;|\n)\s*(\w+):/g)].map(([, column = '']) => column).sort();
	return tables;
};
