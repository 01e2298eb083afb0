import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Entrance } from '#lib/server/auth/entrance.ts';
import { hashPassword } from '#lib/server/auth/password.ts';
import { readInvitation } from '#lib/server/commands/accept-invitation.ts';
import { signIn } from '#lib/server/commands/sign-in.ts';
import type { Store } from '#lib/server/store/database.ts';
import { codesOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addAccount, doorOf, everythingIn, password } from './door.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

const start = Date.now();
let origins = 0;
/** A door at an address of its own, on a clock that the test moves. */
const door = (origin = `10.3.0.${(origins += 1)}`) => {
	let now = start;
	const entrance: Entrance = { ...doorOf(store, origin), now: () => new Date(now) };
	return {
		entrance,
		after: (seconds: number) => (now = start + seconds * 1000),
		enter: (email: string, typed: string) => signIn(entrance, { email, password: typed })
	};
};
const wrong = 'niet het wachtwoord';
const window = 15 * 60; // seconds

describe('signing in', () => {
	test('with one account is refused after 10 attempts, the right password too, and from any address', async () => {
		const { email } = await addAccount(store, 'Anna');
		const { enter, after } = door();
		for (let attempt = 0; attempt < 10; attempt += 1)
			expect(codesOf(await enter(email, wrong))).toEqual(['sign-in-wrong']);
		after(60);
		expect(await enter(email, password)).toEqual({
			ok: false,
			problems: [{ code: 'too-many-attempts', params: { seconds: window - 60, minutes: 14 } }]
		});
		expect(codesOf(await door().enter(email.toUpperCase(), password))).toEqual(['too-many-attempts']);
	});

	test('is possible again a quarter of an hour after the first attempt, and not before', async () => {
		const { email } = await addAccount(store, 'Bob');
		const { enter, after } = door();
		for (let attempt = 0; attempt < 11; attempt += 1) await enter(email, wrong);
		after(window - 1);
		expect(codesOf(await enter(email, password))).toEqual(['too-many-attempts']);
		after(window);
		expect(codesOf(await enter(email, password))).toEqual([]);
	});

	test('makes the account start anew when it succeeds', async () => {
		const { email } = await addAccount(store, 'Cas');
		const { enter } = door();
		for (let attempt = 0; attempt < 9; attempt += 1) await enter(email, wrong);
		expect(codesOf(await enter(email, password))).toEqual([]);
		for (let attempt = 0; attempt < 9; attempt += 1) await enter(email, wrong);
		expect(codesOf(await enter(email, password))).toEqual([]);
	});

	test('cannot be tried more often by trying all at once', async () => {
		const { email } = await addAccount(store, 'Finn');
		const { enter } = door();
		await hashPassword(password); // the first hash of a process takes longer
		const answers = await Promise.all(Array.from({ length: 14 }, () => enter(email, wrong)));
		const codes = answers.flatMap((answer) => codesOf(answer));
		expect(codes.filter((code) => code === 'sign-in-wrong')).toHaveLength(10);
		expect(codes.filter((code) => code === 'too-many-attempts')).toHaveLength(4);
	});

	test('leaves no address of a person or a machine in the table that counts', async () => {
		const { email } = await addAccount(store, 'Gijs');
		await door('192.0.2.77').enter(email, wrong);
		const rows = await store.db.selectFrom('throttles').selectAll().execute();
		expect(rows.length).toBeGreaterThan(0);
		expect(JSON.stringify(rows)).not.toMatch(/@|192\.0\.2/);
		expect(await everythingIn(store)).toContain(email);
	});
});

describe('one-time links', () => {
	test('are refused after 20 attempts from one address, until the quarter of an hour is over', async () => {
		const { entrance, after } = door();
		for (let attempt = 0; attempt < 20; attempt += 1)
			expect(codesOf(await readInvitation(entrance, `geraden-${attempt}`))).toEqual(['invitation-invalid']);
		expect(codesOf(await readInvitation(entrance, 'nog een'))).toEqual(['too-many-attempts']);
		expect(codesOf(await readInvitation(door().entrance, 'nog een'))).toEqual(['invitation-invalid']);
		after(window);
		expect(codesOf(await readInvitation(entrance, 'nog een'))).toEqual(['invitation-invalid']);
	});
});
