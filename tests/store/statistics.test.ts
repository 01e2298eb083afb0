import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../../src/lib/server/store/database.ts';
import { refreshStatistics } from '../../src/lib/server/store/statistics.ts';
import { testStore } from '../support/database.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
	// A server would do it by itself, once a minute.
	await sql`alter table throttles set (autovacuum_enabled = false)`.execute(store.db);
	await refreshStatistics(store.db);
});
afterAll(() => store.close());

const grow = (from: number, to: number) =>
	sql`insert into throttles (key, attempts, window_started_at)
		select 'key ' || n, 1, now() from generate_series(${from}::int, ${to}::int) as n`.execute(store.db);

const rowsKnown = async () => {
	const { rows } = await sql<{ rows: number }>`select reltuples::int as rows from pg_class
		where oid = 'throttles'::regclass`.execute(store.db);
	return rows[0]?.rows;
};

test('a table that grew is measured, and left alone until it grows again', async () => {
	await grow(1, 3_000);
	expect(await refreshStatistics(store.db)).toEqual(['throttles']);
	expect(await rowsKnown()).toBe(3_000);
	expect(await refreshStatistics(store.db)).toEqual([]);
	await grow(3_001, 3_100); // a few more make no difference
	expect(await refreshStatistics(store.db)).toEqual([]);
	await grow(3_101, 9_000);
	expect(await refreshStatistics(store.db)).toEqual(['throttles']);
	expect(await rowsKnown()).toBe(9_000);
});
