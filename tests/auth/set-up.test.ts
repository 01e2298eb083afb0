import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Entrance } from '#lib/server/auth/entrance.ts';
import { findOpenSession } from '#lib/server/auth/sessions.ts';
import { makeSetupLink } from '#lib/server/commands/make-setup-link.ts';
import { checkSetupKey, setUp, setUpFromTerminal } from '#lib/server/commands/set-up.ts';
import type { Store } from '#lib/server/store/database.ts';
import { codesOf, valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { doorOf, everythingIn, headerOf, password, rules } from './door.ts';

let store: Store;
beforeEach(async () => {
	store = await testStore();
});
afterEach(() => store.close());

const input = { email: 'beheer@voorbeeld.nl', name: 'Zoë 😀', password };
const keyOf = async (door: Entrance): Promise<string> => {
	const key = await makeSetupLink(door);
	if (key === null) throw new Error('no link');
	return key;
};
const days = (count: number): Entrance => ({
	...doorOf(store, '10.4.0.9'),
	now: () => new Date(Date.now() + count * 86_400_000)
});
const users = () => store.db.selectFrom('users').select(['email', 'is_administrator']).execute();

test('the one-time link is kept by its SHA-256 only', async () => {
	const key = await keyOf(doorOf(store, 'terminal'));
	const everything = await everythingIn(store);
	expect(everything).toContain(createHash('sha256').update(key).digest('hex'));
	expect(everything).not.toContain(key);
});

test('it makes the first administrator, signs in, and works once', async () => {
	const door = doorOf(store, '10.4.0.1');
	const key = await keyOf(door);
	expect(codesOf(await checkSetupKey(door, key))).toEqual([]);
	const { cookie, userId } = valueOf(await setUp(door, { ...input, key }));
	expect(await findOpenSession(store.db, rules, headerOf(cookie), false, new Date())).toMatchObject({
		userId,
		isAdministrator: true
	});
	expect(await users()).toEqual([{ email: input.email, is_administrator: true }]);
	expect(codesOf(await setUp(door, { ...input, email: 'tweede@voorbeeld.nl', key }))).toEqual(['already-set-up']);
	expect(codesOf(await setUpFromTerminal(door, { ...input, email: 'tweede@voorbeeld.nl' }))).toEqual([
		'already-set-up'
	]);
	expect(codesOf(await checkSetupKey(door, key))).toEqual(['already-set-up']);
	expect(await makeSetupLink(door)).toBeNull();
	expect(await store.db.selectFrom('setup_links').selectAll().execute()).toEqual([]);
	expect(await users()).toHaveLength(1);
});

test('of two who use it at the same moment, one becomes administrator', async () => {
	const door = doorOf(store, '10.4.0.2');
	const key = await keyOf(door);
	const answers = await Promise.all([
		setUp(door, { ...input, key }),
		setUp(door, { ...input, email: 'tweede@voorbeeld.nl', key })
	]);
	expect(answers.flatMap((answer) => codesOf(answer))).toEqual(['already-set-up']);
	expect(await users()).toHaveLength(1);
});

test('without the link, or with another, nobody is made', async () => {
	const door = doorOf(store, '10.4.0.3');
	await keyOf(door);
	for (const key of ['', 'geraden', undefined])
		expect(codesOf(await setUp(door, key === undefined ? input : { ...input, key }))).toEqual(['setup-link-invalid']);
	expect(await users()).toEqual([]);
});

test('a weak password makes nobody and leaves the link as it was', async () => {
	const door = doorOf(store, '10.4.0.4');
	const key = await keyOf(door);
	expect(codesOf(await setUp(door, { ...input, key, password: 'wachtwoord12' }))).toEqual(['password-common']);
	expect(await users()).toEqual([]);
	expect(codesOf(await setUp(door, { ...input, key }))).toEqual([]);
});

test('it works for seven days', async () => {
	const key = await keyOf(doorOf(store, 'terminal'));
	expect(codesOf(await checkSetupKey(days(6.9), key))).toEqual([]);
	expect(codesOf(await checkSetupKey(days(7.1), key))).toEqual(['setup-link-invalid']);
	expect(codesOf(await setUp(days(7.1), { ...input, key }))).toEqual(['setup-link-invalid']);
	expect(await users()).toEqual([]);
});
