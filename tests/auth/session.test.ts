import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { findOpenSession } from '#lib/server/auth/sessions.ts';
import { signIn } from '#lib/server/commands/sign-in.ts';
import { signOut } from '#lib/server/commands/sign-out.ts';
import type { Store } from '#lib/server/store/database.ts';
import { valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addAccount, cookieHeaderOf, doorOf, password, rules } from './door.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

// Lucia reads the system's clock, so that is the clock that tests set; from today on, as the driver waits by it too.
const morning = Date.now();
beforeEach(() => {
	vi.useFakeTimers({ toFake: ['Date'], now: morning });
});
afterEach(() => {
	vi.useRealTimers();
});
const at = (minutes: number, seconds = 0) => vi.setSystemTime(morning + minutes * 60_000 + seconds * 1000);

const look = (header: string) => findOpenSession(store.db, rules, header, false, new Date());
const work = (header: string) => findOpenSession(store.db, rules, header, true, new Date());
const rowsOf = (userId: string) => store.db.selectFrom('sessions').select('id').where('user_id', '=', userId).execute();

describe('what is kept of a session', () => {
	test('opens nothing when it is sent as a cookie', async () => {
		const { id } = await addAccount(store, 'Bob');
		const header = await cookieHeaderOf(store, id);
		const [row] = await rowsOf(id);
		expect(await look(header)).toMatchObject({ userId: id, hash: row?.id });
		expect(await look(`__Host-wijkstem=${row?.id}`)).toBeNull();
		expect(await look('__Host-wijkstem=')).toBeNull();
		expect(await look('')).toBeNull();
	});

	test('the cookie is for this host only, over https, out of reach of scripts', async () => {
		const { email } = await addAccount(store, 'Cas');
		const { cookie } = valueOf(await signIn(doorOf(store, '10.2.0.2'), { email, password }));
		expect(cookie.name).toBe('__Host-wijkstem');
		expect(cookie.attributes).toEqual({ path: '/', httpOnly: true, secure: true, sameSite: 'lax' });
	});

	test('each sign-in opens a session under a new id', async () => {
		const { email } = await addAccount(store, 'Dina');
		const door = doorOf(store, '10.2.0.3');
		const values = new Set<string>();
		for (let time = 0; time < 3; time += 1) values.add(valueOf(await signIn(door, { email, password })).cookie.value);
		expect(values.size).toBe(3);
	});
});

describe('the end of a session', () => {
	test('comes by standing still for 15 minutes', async () => {
		const { id } = await addAccount(store, 'Eva');
		const header = await cookieHeaderOf(store, id);
		at(14, 59);
		expect(await look(header)).toMatchObject({ expiresAt: new Date(morning + 15 * 60_000) });
		at(15, 1);
		expect(await look(header)).toBeNull();
		at(0);
		expect(await look(header)).toBeNull();
	});

	test('is put off by what the person does, and not by what a page does by itself', async () => {
		const { id } = await addAccount(store, 'Finn');
		const [busy, still] = [await cookieHeaderOf(store, id), await cookieHeaderOf(store, id)];
		at(10);
		expect(await work(busy)).toMatchObject({ expiresAt: new Date(morning + 25 * 60_000) });
		expect(await look(still)).toMatchObject({ expiresAt: new Date(morning + 15 * 60_000) });
		at(20);
		expect(await work(busy)).toMatchObject({ userId: id, expiresAt: new Date(morning + 35 * 60_000) });
		expect(await look(still)).toBeNull();
		at(35, 1);
		expect(await work(busy)).toBeNull();
	});

	test('comes after 12 hours, however busy the person is', async () => {
		const { id } = await addAccount(store, 'Gijs');
		const header = await cookieHeaderOf(store, id);
		for (let minute = 10; minute < 12 * 60; minute += 10) {
			at(minute);
			expect({ minute, isOpen: (await work(header)) !== null }).toEqual({ minute, isOpen: true });
		}
		expect(await look(header)).toMatchObject({ expiresAt: new Date(morning + 12 * 3_600_000) });
		at(12 * 60, 1);
		expect(await work(header)).toBeNull();
	});

	test('comes at once on the server by signing out, for that browser only', async () => {
		const { id } = await addAccount(store, 'Hanna');
		const [here, elsewhere] = [await cookieHeaderOf(store, id), await cookieHeaderOf(store, id)];
		const gone = await signOut(doorOf(store, '10.2.0.4'), here);
		expect(gone).toMatchObject({ name: '__Host-wijkstem', value: '', attributes: { maxAge: 0 } });
		expect(await look(here)).toBeNull();
		expect(await look(elsewhere)).toMatchObject({ userId: id });
		expect(await rowsOf(id)).toHaveLength(1);
	});

	test('comes at once when the account is ended', async () => {
		const { id } = await addAccount(store, 'Ies');
		const header = await cookieHeaderOf(store, id);
		await store.db.updateTable('users').set({ disabled_at: new Date() }).where('id', '=', id).execute();
		expect(await look(header)).toBeNull();
	});

	test('leaves no rows behind: the next sign-in removes what ended', async () => {
		const { id } = await addAccount(store, 'Lot');
		await cookieHeaderOf(store, id);
		at(16);
		await cookieHeaderOf(store, id);
		expect(await rowsOf(id)).toHaveLength(1);
	});
});
