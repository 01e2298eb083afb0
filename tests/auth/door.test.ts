import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { actorOfToken } from '#lib/server/auth/access-token.ts';
import type { Entrance } from '#lib/server/auth/entrance.ts';
import { hashPassword, isPassword } from '#lib/server/auth/password.ts';
import { findOpenSession, openSession, type SessionCookie } from '#lib/server/auth/sessions.ts';
import { createToken } from '#lib/server/commands/create-token.ts';
import { makeSetupLink } from '#lib/server/commands/make-setup-link.ts';
import { setUp, setUpFromTerminal } from '#lib/server/commands/set-up.ts';
import { signIn } from '#lib/server/commands/sign-in.ts';
import { signOut } from '#lib/server/commands/sign-out.ts';
import { newId } from '#lib/server/new-id.ts';
import type { Store } from '#lib/server/store/database.ts';
import { testStore } from '../support/database.ts';
import { contextFor } from '../support/project.ts';

let store: Store;
beforeEach(async () => {
	store = await testStore();
});
afterEach(() => store.close());

// Lucia looks at the real clock, so sessions live around now.
const rules = { idleMinutes: 15, hours: 12, isSecure: false };
const minutes = (count: number) => new Date(Date.now() + count * 60_000);
const password = 'een fiets zonder bel 😀';
const email = 'ada@example.org';

const doorAt = (now = new Date(), origin = '10.0.0.1'): Entrance => ({
	db: store.db,
	now: () => now,
	newId: () => newId(),
	origin,
	secret: new Uint8Array(32),
	rules
});
const valueOf = <T>(result: { ok: true; value: T } | { ok: false; problems: readonly unknown[] }): T => {
	if (!result.ok) throw new Error(JSON.stringify(result.problems));
	return result.value;
};
const codesOf = (result: { ok: boolean; problems?: readonly { code: string }[] }) =>
	result.problems?.map(({ code }) => code) ?? [];
const headerOf = ({ name, value }: SessionCookie) => `${name}=${value}`;
const sessionOf = (cookie: SessionCookie, now = new Date(), isActivity = false) =>
	findOpenSession(store.db, rules, headerOf(cookie), isActivity, now);
const ada = async () => valueOf(await setUpFromTerminal(doorAt(), { email, name: 'Ada', password }));

describe('a password', () => {
	test('is kept as argon2id, at least as strong as OWASP asks (19 MiB, 2 passes), with a salt of its own', async () => {
		const [one, two] = [await hashPassword(password), await hashPassword(password)];
		const [, kind, , strength = ''] = one.split('$');
		expect(kind).toBe('argon2id');
		const [memory = 0, passes = 0] = strength.match(/\d+/g)?.map(Number) ?? [];
		expect([memory >= 19_456, passes >= 2]).toEqual([true, true]);
		expect(one).not.toBe(two);
	});

	test('fits whichever way its signs are composed, and no other does', async () => {
		const hash = await hashPassword('caf\u00e9 om de hoek');
		expect(await isPassword('cafe\u0301 om de hoek', hash)).toBe(true);
		expect(await isPassword('cafe om de hoek', hash)).toBe(false);
		expect(await isPassword('caf\u00e9 om de hoek', null)).toBe(false);
	});
});

describe('a session', () => {
	test('stands in the database as a hash only: nothing in any table is what the browser holds', async () => {
		const { cookie } = await ada();
		const stored = await store.db.selectFrom('sessions').select('id').execute();
		expect(stored.map(({ id }) => id)).toEqual([createHash('sha256').update(cookie.value).digest('hex')]);
		const tables = await sql<{
			name: string;
		}>`select tablename as name from pg_tables where schemaname = 'public'`.execute(store.db);
		for (const { name } of tables.rows) {
			const { rows } = await sql<{ line: string }>`select t::text as line from ${sql.table(name)} as t`.execute(
				store.db
			);
			expect(
				rows.filter(({ line }) => line.includes(cookie.value)),
				name
			).toEqual([]);
		}
	});

	test('ends on the server when somebody signs out, so that a copy of the cookie opens nothing', async () => {
		const { cookie } = await ada();
		expect(await sessionOf(cookie)).not.toBeNull();
		expect((await signOut(doorAt(), headerOf(cookie))).attributes.maxAge).toBe(0);
		expect(await sessionOf(cookie)).toBeNull();
	});

	test('ends after a quarter of an hour without activity; activity moves that, watching does not', async () => {
		const { userId } = await ada();
		const at = async (ago: number) => openSession(store.db, rules, userId, minutes(-ago));
		expect(await sessionOf(await at(14))).not.toBeNull();
		expect(await sessionOf(await at(16))).toBeNull();
		const watched = await at(10);
		const before = (await sessionOf(watched))?.expiresAt;
		expect((await sessionOf(watched))?.expiresAt).toEqual(before);
		const after = (await sessionOf(watched, new Date(), true))?.expiresAt.getTime() ?? 0;
		expect(after - Date.now()).toBeGreaterThan(14 * 60_000);
	});

	test('ends after twelve hours in any case', async () => {
		const { userId } = await ada();
		const cookie = await openSession(store.db, rules, userId, minutes(-11 * 60 - 50));
		await store.db
			.updateTable('sessions')
			.set({ expires_at: minutes(5) })
			.execute();
		const found = await sessionOf(cookie, new Date(), true);
		expect(found?.expiresAt.getTime()).toBeLessThanOrEqual(found?.endsAt.getTime() ?? 0);
		expect(found?.endsAt.getTime()).toBeLessThan(minutes(11).getTime());
	});
});

describe('signing in', () => {
	test('tells the same for an unknown address and a wrong password', async () => {
		await ada();
		const wrong = await signIn(doorAt(), { email, password: 'een andere zin hier' });
		const unknown = await signIn(doorAt(), { email: 'eva@example.org', password });
		expect(wrong).toEqual(unknown);
		expect(codesOf(wrong)).toEqual(['sign-in-wrong']);
		expect(valueOf(await signIn(doorAt(), { email: email.toUpperCase(), password })).userId).toBeTruthy();
	});

	test('is stopped after ten wrong guesses for one account, from wherever, and goes on after a quarter of an hour', async () => {
		await ada();
		const guess = (n: number, now = new Date()) =>
			signIn(doorAt(now, `10.0.1.${n}`), { email, password: 'een andere zin hier' });
		for (let n = 0; n < 10; n += 1) expect(codesOf(await guess(n))).toEqual(['sign-in-wrong']);
		expect(codesOf(await guess(10))).toEqual(['too-many-attempts']);
		expect(codesOf(await signIn(doorAt(new Date(), '10.0.1.99'), { email, password }))).toEqual(['too-many-attempts']);
		expect((await signIn(doorAt(minutes(16), '10.0.1.98'), { email, password })).ok).toBe(true);
	});

	test('from one address is stopped whatever the accounts, also when one of them is right', async () => {
		await ada();
		for (let n = 0; n < 29; n += 1) await signIn(doorAt(), { email: `persoon-${n}@example.org`, password });
		expect((await signIn(doorAt(), { email, password })).ok).toBe(true);
		expect(codesOf(await signIn(doorAt(), { email: 'nog-een@example.org', password }))).toEqual(['too-many-attempts']);
	});
});

describe('taking Wijkstem into use', () => {
	test('works once, with the link of the terminal', async () => {
		const key = await makeSetupLink(doorAt(new Date(), 'terminal'));
		const input = { email, name: 'Ada', password };
		expect(codesOf(await setUp(doorAt(), { ...input, key: 'geraden' }))).toEqual(['setup-link-invalid']);
		expect((await setUp(doorAt(), { ...input, key })).ok).toBe(true);
		expect(codesOf(await setUp(doorAt(), { ...input, email: 'eva@example.org', key }))).toEqual(['already-set-up']);
		expect(await makeSetupLink(doorAt(new Date(), 'terminal'))).toBeNull();
	});

	test('is stopped after twenty guesses of the link', async () => {
		const key = await makeSetupLink(doorAt(new Date(), 'terminal'));
		const input = { email, name: 'Ada', password };
		for (let n = 0; n < 20; n += 1) await setUp(doorAt(), { ...input, key: `geraden ${n}` });
		expect(codesOf(await setUp(doorAt(), { ...input, key }))).toEqual(['too-many-attempts']);
		expect((await setUp(doorAt(minutes(16)), { ...input, key })).ok).toBe(true);
	});
});

test('a token is kept as a hash and ends on its day', async () => {
	const { userId } = await ada();
	const context = await contextFor(store, userId, { now: () => new Date() });
	const { token } = valueOf(await createToken(context, { name: 'script', days: 1 }));
	const [kept] = await store.db.selectFrom('access_tokens').select('token_hash').execute();
	expect(kept?.token_hash).toMatch(/^[0-9a-f]{64}$/);
	expect(kept?.token_hash).not.toContain(token);
	expect(await actorOfToken(store.db, token, new Date())).toMatchObject({ userId, token: { scope: 'read' } });
	expect(await actorOfToken(store.db, token, minutes(25 * 60))).toBeNull();
	expect(await actorOfToken(store.db, `${token}x`, new Date())).toBeNull();
});
