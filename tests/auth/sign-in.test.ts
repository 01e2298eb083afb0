import { afterAll, beforeAll, expect, test } from 'vitest';
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

test('an unknown account, a wrong password, an ended account and one without a password get the same answer', async () => {
	const [known, ended, invited] = [
		await addAccount(store, 'Bob'),
		await addAccount(store, 'Cas'),
		await addAccount(store, 'Dina')
	];
	await store.db.updateTable('users').set({ disabled_at: new Date() }).where('id', '=', ended.id).execute();
	await store.db.updateTable('users').set({ password_hash: 'none' }).where('id', '=', invited.id).execute();
	const answers = [
		await signIn(doorOf(store, '10.1.0.1'), { email: 'niemand@voorbeeld.nl', password }),
		await signIn(doorOf(store, '10.1.0.1'), { email: known.email, password: 'een ander wachtwoord' }),
		await signIn(doorOf(store, '10.1.0.1'), { email: ended.email, password }),
		await signIn(doorOf(store, '10.1.0.1'), { email: invited.email, password: 'none' })
	];
	for (const answer of answers) expect(answer).toEqual({ ok: false, problems: [{ code: 'sign-in-wrong' }] });
	expect(codesOf(await signIn(doorOf(store, '10.1.0.1'), { email: known.email, password }))).toEqual([]);
});

test('what was typed is in no table after it failed', async () => {
	const { email } = await addAccount(store, 'Eva');
	await signIn(doorOf(store, '10.1.0.2'), { email, password: 'typefout in mijn zin' });
	await signIn(doorOf(store, '10.1.0.2'), { email: 'mijn wachtwoord in het verkeerde veld', password: 'x' });
	const everything = await everythingIn(store);
	expect(everything).not.toContain('typefout');
	expect(everything).not.toContain('verkeerde veld');
});
