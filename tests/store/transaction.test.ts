import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fail, ok } from '../../src/lib/domain/problem.ts';
import type { Db, Store } from '../../src/lib/server/store/database.ts';
import { inTransaction } from '../../src/lib/server/store/transaction.ts';
import { testStore } from '../support/database.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

const write = (db: Db, key: string) =>
	db
		.insertInto('throttles')
		.values({ key, attempts: 1, window_started_at: new Date(0) })
		.execute();
const isThere = async (key: string) =>
	(await store.db.selectFrom('throttles').select('key').where('key', '=', key).execute()).length === 1;

test('a step that succeeds is stored, and its value comes back', async () => {
	const outcome = await inTransaction(store.db, async (trx) => {
		await write(trx, 'kept');
		return ok('value');
	});
	expect(outcome).toEqual({ ok: true, value: 'value' });
	expect(await isThere('kept')).toBe(true);
});

test('a step that answers with a problem stores nothing, and the problem comes back', async () => {
	const outcome = await inTransaction(store.db, async (trx) => {
		await write(trx, 'refused');
		return fail('not-allowed');
	});
	expect(outcome).toEqual({ ok: false, problems: [{ code: 'not-allowed' }] });
	expect(await isThere('refused')).toBe(false);
});

test('a step that throws stores nothing, and the error comes through', async () => {
	const broken = inTransaction(store.db, async (trx) => {
		await write(trx, 'broken');
		throw new RangeError('a bug');
	});
	await expect(broken).rejects.toThrow('a bug');
	expect(await isThere('broken')).toBe(false);
});

test('a step inside a step is part of the same transaction', async () => {
	await inTransaction(store.db, async (trx) => {
		await inTransaction(trx, (inner) => write(inner, 'inner'));
		return fail('not-allowed');
	});
	expect(await isThere('inner')).toBe(false);
});

test('an error of the database rolls the step back and names the rule that was broken', async () => {
	const broken = inTransaction(store.db, async (trx) => {
		await write(trx, 'before');
		await sql`insert into sessions (id, user_id, expires_at, ends_at)
			values ('in clear', ${'00000000-0000-7000-8000-000000000000'}, now(), now())`.execute(trx);
	});
	await expect(broken).rejects.toMatchObject({ code: '23514', constraint: 'sessions_hashed' });
	expect(await isThere('before')).toBe(false);
});
