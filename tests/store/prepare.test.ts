import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../../src/lib/server/store/database.ts';
import { keepPlan, PlanNames } from '../../src/lib/server/store/prepare.ts';
import { accessOf } from '../../src/lib/server/store/memberships.ts';
import { findProject } from '../../src/lib/server/store/projects.ts';
import { listQuotes } from '../../src/lib/server/store/quotes.ts';
import { testStore } from '../support/database.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

/** In one transaction, so that all is asked over one connection. */
const onOneConnection = (act: (db: Store['db']) => Promise<void>) => store.db.transaction().execute(act);

const preparedWith = async (db: Store['db'], words: string) => {
	const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(db);
	return rows.filter(({ statement }) => statement.includes(words)).length;
};

test('a marked question is planned once for a connection, whatever it is asked with', async () => {
	const ask = async (db: Store['db'], name: string) =>
		(await sql<{ said: string }>`${keepPlan} select 'Café 😀 ' || ${name}::text as said`.execute(db)).rows[0]?.said;
	const askPlain = (db: Store['db'], name: string) => sql`select 'Plein 😀 ' || ${name}::text as said`.execute(db);
	await onOneConnection(async (db) => {
		for (const name of ['é', 'één', "'; --", '😀']) expect(await ask(db, name)).toBe(`Café 😀 ${name}`);
		for (const name of ['é', 'één']) await askPlain(db, name);
		expect(await preparedWith(db, 'Café 😀')).toBe(1);
		expect(await preparedWith(db, 'Plein 😀')).toBe(0);
	});
});

test('the questions behind every request are among them, whole and with their values apart', async () => {
	const nobody = '01900000-0000-7000-8000-000000000001';
	await store.db.connection().execute(async (db) => {
		expect(await findProject(db, nobody)).toBe(null);
		expect((await accessOf(db, nobody, nobody)).memberships).toEqual([]);
		expect(await listQuotes(db, nobody, await accessOf(db, nobody, nobody), { codeId: nobody }, null, 50)).toEqual([]);
		const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_prepared_statements
			where statement like '%plan kept%' and statement not like ${`%${nobody}%`}`.execute(db);
		expect(rows[0]?.n).toBeGreaterThanOrEqual(3);
	});
});

test('questions that run at once keep their own values', async () => {
	const ask = async (n: number) =>
		(await sql<{ twice: number }>`${keepPlan} select ${n}::int * 2 as twice`.execute(store.db)).rows[0]?.twice;
	const numbers = Array.from({ length: 40 }, (_, n) => n);
	expect(await Promise.all(numbers.map(ask))).toEqual(numbers.map((n) => n * 2));
});

test('after tables changed a question fails once, and is planned anew then', async () => {
	await sql`create table streets (name text)`.execute(store.db);
	await sql`insert into streets values (${'Café 😀'})`.execute(store.db);
	await store.db.connection().execute(async (db) => {
		const ask = () => sql`${keepPlan} select * from streets where name = ${'Café 😀'}`.execute(db);
		for (let times = 0; times < 3; times += 1) expect((await ask()).rows).toEqual([{ name: 'Café 😀' }]);
		await sql`alter table streets add column side text`.execute(db);
		await expect(ask()).rejects.toThrow(/cached plan/);
		expect((await ask()).rows).toEqual([{ name: 'Café 😀', side: null }]);
	});
	await sql`drop table streets`.execute(store.db);
});

test('a text that was refused is asked as it stands the next time too, and refused with the same words', async () => {
	await store.db.connection().execute(async (db) => {
		const ask = () => sql`${keepPlan} select nothing from nowhere where ${1}::int = 1`.execute(db);
		for (let times = 0; times < 3; times += 1) await expect(ask()).rejects.toThrow(/nowhere/);
	});
});

test('only so many get a name', () => {
	const names = new PlanNames();
	const given = Array.from({ length: 500 }, (_, n) => names.nameOf(`select /* plan kept */ ${n}`));
	const kept = given.filter((name) => name !== null);
	expect(new Set(kept).size).toBe(kept.length);
	expect(kept.length).toBeLessThan(200);
	expect(names.nameOf('select /* plan kept */ 0')).toBe(given[0]);
	expect(names.nameOf('select 0')).toBe(null);
	names.renew('select /* plan kept */ 0');
	expect(names.nameOf('select /* plan kept */ 0')).not.toBe(given[0]);
});
