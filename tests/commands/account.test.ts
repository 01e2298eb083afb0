import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { roles } from '#lib/domain/project/membership.ts';
import type { Entrance } from '#lib/server/auth/entrance.ts';
import { actorOfToken } from '#lib/server/auth/access-token.ts';
import { findOpenSession, type SessionCookie } from '#lib/server/auth/sessions.ts';
import { acceptInvitation, readInvitation } from '#lib/server/commands/accept-invitation.ts';
import { changePassword } from '#lib/server/commands/change-password.ts';
import { createToken } from '#lib/server/commands/create-token.ts';
import { disableUser } from '#lib/server/commands/disable-user.ts';
import { endSession } from '#lib/server/commands/end-session.ts';
import { inviteMember } from '#lib/server/commands/invite-member.ts';
import { revokeToken } from '#lib/server/commands/revoke-token.ts';
import { signIn } from '#lib/server/commands/sign-in.ts';
import { updateAccount } from '#lib/server/commands/update-account.ts';
import { newId } from '#lib/server/new-id.ts';
import type { Store } from '#lib/server/store/database.ts';
import { viewAccount } from '#lib/server/views/account-page.ts';
import { codesOf, valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addProject, addUser, contextFor } from '../support/project.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

// Lucia looks at the real clock, so sessions live now.
const rules = { idleMinutes: 15, hours: 12, isSecure: false };
const minutes = (count: number) => new Date(Date.now() + count * 60_000);
const password = 'een fiets zonder bel 😀';
let origins = 0;

/** A door of its own: attempts are counted by address. */
const doorAt = (now = new Date()): Entrance => ({
	db: store.db,
	now: () => now,
	newId: () => newId(),
	origin: `10.0.0.${(origins += 1)}`,
	secret: new Uint8Array(32),
	rules
});
const sessionOf = (cookie: SessionCookie, now = new Date(), isActivity = false) =>
	findOpenSession(store.db, rules, `${cookie.name}=${cookie.value}`, isActivity, now);

const manager = async () => contextFor(store, await addUser(store, 'Beheerder', true), { now: () => new Date() });

/** Somebody invited by the manager of the installation, with the key of the link. */
const invite = async (changes: Record<string, unknown> = {}) => {
	const email = `genodigd-${newId()}@voorbeeld.nl`;
	const result = await inviteMember(await manager(), null, { email, name: 'Genodigde', ...changes });
	const { key, userId } = valueOf(result);
	if (key === null) throw new Error('no link');
	return { email, key, userId };
};

/** Somebody with a password, who has just come in. */
const person = async () => {
	const invited = await invite();
	const input = { key: invited.key, name: 'Zoë', password };
	const { cookie } = valueOf(await acceptInvitation(doorAt(), input));
	return { ...invited, cookie, context: await contextFor(store, invited.userId, { now: () => new Date() }) };
};

describe('an invitation', () => {
	test('opens an account with the name and password that the person chooses, and signs in', async () => {
		const { key, email, userId } = await invite();
		expect(valueOf(await readInvitation(doorAt(), key))).toMatchObject({ id: userId, email, isInvited: true });
		const input = { key, name: ' Zoë 😀 ', password, locale: 'en' };
		const { cookie, locale } = valueOf(await acceptInvitation(doorAt(), input));
		expect(locale).toBe('en');
		expect(await sessionOf(cookie)).toMatchObject({ userId, name: 'Zoë 😀' });
		expect(valueOf(await signIn(doorAt(), { email: email.toUpperCase(), password })).userId).toBe(userId);
	});

	test('works once', async () => {
		const { key } = await invite();
		const input = { key, name: 'Zoë', password };
		expect((await acceptInvitation(doorAt(), input)).ok).toBe(true);
		expect(codesOf(await acceptInvitation(doorAt(), input))).toEqual(['invitation-invalid']);
		expect(codesOf(await readInvitation(doorAt(), key))).toEqual(['invitation-invalid']);
	});

	test('works for seven days', async () => {
		const { key } = await invite();
		const day = 24 * 60;
		expect((await readInvitation(doorAt(minutes(7 * day - 5)), key)).ok).toBe(true);
		expect(codesOf(await readInvitation(doorAt(minutes(7 * day + 5)), key))).toEqual(['invitation-invalid']);
	});

	test('stays open when the password is too weak, and stops when a new one is made', async () => {
		const { key, email } = await invite();
		const weak = { key, name: 'Zoë', password: 'wachtwoord12' };
		expect(codesOf(await acceptInvitation(doorAt(), weak))).toEqual(['password-common']);
		expect((await readInvitation(doorAt(), key)).ok).toBe(true);
		const again = valueOf(await inviteMember(await manager(), null, { email, name: 'Zoë' }));
		expect(codesOf(await readInvitation(doorAt(), key))).toEqual(['invitation-invalid']);
		expect((await readInvitation(doorAt(), again.key ?? '')).ok).toBe(true);
	});

	test('cannot be found by trying', async () => {
		const door = doorAt();
		for (let attempt = 0; attempt < 20; attempt += 1)
			expect(codesOf(await readInvitation(door, `x${attempt}`))).toEqual(['invitation-invalid']);
		const { key } = await invite();
		expect(codesOf(await readInvitation(door, key))).toEqual(['too-many-attempts']);
	});

	test('to a project is for who manages its members only; to the installation for who manages that only', async () => {
		const project = await addProject(store);
		const input = () => ({ email: `nieuw-${newId()}@voorbeeld.nl`, name: 'Nieuw', role: 'coder' });
		for (const role of [...roles, 'stranger'] as const) {
			const context = await contextFor(store, project.users[role]);
			const outcome = codesOf(await inviteMember(context, project.id, input()));
			expect({ role, outcome }).toEqual({
				role,
				outcome: role === 'administrator' ? [] : [role === 'stranger' ? 'project-unknown' : 'not-allowed']
			});
			expect(codesOf(await inviteMember(context, null, input()))).toEqual(['not-allowed']);
		}
	});
});

describe('sessions', () => {
	test('a person sees the open ones, and can end one elsewhere at once', async () => {
		const { cookie, email, context } = await person();
		const other = valueOf(await signIn(doorAt(), { email, password })).cookie;
		const here = await sessionOf(cookie);
		const there = await sessionOf(other);
		const page = valueOf(await viewAccount(context, here?.hash ?? null, rules));
		expect(page.sessions.map(({ hash, isThis }) => ({ hash, isThis })).toSorted(byHash)).toEqual(
			[
				{ hash: here?.hash, isThis: true },
				{ hash: there?.hash, isThis: false }
			].toSorted(byHash)
		);
		expect(await endSession(context, here?.hash ?? '', { session: there?.hash })).toEqual({ ok: true, value: null });
		expect(await sessionOf(other)).toBeNull();
		expect(await sessionOf(cookie)).not.toBeNull();
		expect(codesOf(await endSession(context, here?.hash ?? '', { session: there?.hash }))).toEqual(['session-unknown']);
	});

	const byHash = (a: { hash: string | undefined }, b: { hash: string | undefined }) =>
		(a.hash ?? '') < (b.hash ?? '') ? -1 : 1;

	test('all others end together, and those of somebody else cannot be ended', async () => {
		const [me, somebody] = [await person(), await person()];
		const others = [valueOf(await signIn(doorAt(), { email: me.email, password })).cookie];
		others.push(valueOf(await signIn(doorAt(), { email: me.email, password })).cookie);
		const here = (await sessionOf(me.cookie))?.hash ?? '';
		const theirs = (await sessionOf(somebody.cookie))?.hash;
		expect(codesOf(await endSession(me.context, here, { session: theirs }))).toEqual(['session-unknown']);
		expect((await endSession(me.context, here, { session: 'others' })).ok).toBe(true);
		expect(await Promise.all(others.map((cookie) => sessionOf(cookie)))).toEqual([null, null]);
		expect(await sessionOf(me.cookie)).not.toBeNull();
		expect(await sessionOf(somebody.cookie)).not.toBeNull();
	});

	test('another password ends all of them and gives this browser a new one', async () => {
		const { cookie, email, context } = await person();
		const input = { current: password, password: 'twee regenjassen aan de kapstok' };
		expect(codesOf(await changePassword(context, doorAt(), { ...input, current: 'iets anders dan dat' }))).toEqual([
			'password-wrong'
		]);
		expect(await sessionOf(cookie)).not.toBeNull();
		const fresh = valueOf(await changePassword(context, doorAt(), input));
		expect(await sessionOf(cookie)).toBeNull();
		expect(await sessionOf(fresh)).toMatchObject({ userId: context.actor.userId });
		expect(codesOf(await signIn(doorAt(), { email, password }))).toEqual(['sign-in-wrong']);
		expect((await signIn(doorAt(), { email, password: input.password })).ok).toBe(true);
	});

	test('asking how long one lasts does not make it last longer; working does', async () => {
		const { cookie } = await person();
		const opened = await sessionOf(cookie);
		const asked = await sessionOf(cookie, minutes(5), false);
		expect(asked?.expiresAt).toEqual(opened?.expiresAt);
		const later = minutes(5);
		expect((await sessionOf(cookie, later, true))?.expiresAt).toEqual(new Date(later.getTime() + 15 * 60_000));
	});

	test('none lasts longer than its hours, however busy the person is', async () => {
		const { cookie } = await person();
		const opened = await sessionOf(cookie);
		const late = await sessionOf(cookie, minutes(12 * 60 - 3), true);
		expect(late?.expiresAt).toEqual(opened?.endsAt);
	});
});

describe('personal tokens', () => {
	test('one is shown once, acts for its person, and stops when it is revoked', async () => {
		const { context, userId } = await person();
		const made = valueOf(await createToken(context, { name: 'Dataportaal', scope: 'write', days: 30 }));
		expect(await actorOfToken(store.db, made.token, new Date())).toMatchObject({
			userId,
			token: { scope: 'write', projectId: null }
		});
		const { tokens } = valueOf(await viewAccount(context, null, rules));
		expect(tokens).toMatchObject([{ id: made.id, name: 'Dataportaal', scope: 'write', isExpired: false }]);
		expect(JSON.stringify(tokens)).not.toContain(made.token);
		expect((await revokeToken(context, { tokenId: made.id })).ok).toBe(true);
		expect(await actorOfToken(store.db, made.token, new Date())).toBeNull();
		expect(codesOf(await revokeToken(context, { tokenId: made.id }))).toEqual(['token-unknown']);
	});

	test('one ends by itself, and stays in the list so that one sees why a program stopped', async () => {
		const { context } = await person();
		const made = valueOf(await createToken(context, { name: 'Kort', days: 1 }));
		const tomorrow = minutes(24 * 60 + 1);
		expect(await actorOfToken(store.db, made.token, tomorrow)).toBeNull();
		const page = await viewAccount({ ...context, now: () => tomorrow }, null, rules);
		expect(valueOf(page).tokens).toMatchObject([{ id: made.id, isExpired: true }]);
	});

	test('one is made for a project of the person only, by the person only', async () => {
		const [me, somebody] = [await person(), await person()];
		const project = await addProject(store);
		expect(codesOf(await createToken(me.context, { name: 'x', projectId: project.id }))).toEqual(['project-unknown']);
		const made = valueOf(await createToken(me.context, { name: 'x' }));
		expect(codesOf(await revokeToken(somebody.context, { tokenId: made.id }))).toEqual(['token-unknown']);
		const byToken = await contextFor(store, me.userId, { token: { scope: 'write', projectId: null } });
		expect(codesOf(await createToken(byToken, { name: 'x' }))).toEqual(['not-allowed']);
		expect(codesOf(await viewAccount(byToken, null, rules))).toEqual(['not-allowed']);
	});
});

describe('accounts', () => {
	test('a person changes the own name and language', async () => {
		const { context } = await person();
		expect((await updateAccount(context, { name: 'Zoë de Vries', locale: 'en' })).ok).toBe(true);
		const { account, accounts } = valueOf(await viewAccount(context, null, rules));
		expect(account).toMatchObject({ name: 'Zoë de Vries', locale: 'en' });
		expect(accounts).toBeNull();
	});

	test('a disabled account is out at once: sessions, tokens and password', async () => {
		const { cookie, email, userId, context } = await person();
		const { token } = valueOf(await createToken(context, { name: 'x' }));
		const boss = await manager();
		expect(codesOf(await disableUser(context, { userId: boss.actor.userId }))).toEqual(['not-allowed']);
		expect((await disableUser(boss, { userId })).ok).toBe(true);
		expect(await sessionOf(cookie)).toBeNull();
		expect(await actorOfToken(store.db, token, new Date())).toBeNull();
		expect(codesOf(await signIn(doorAt(), { email, password }))).toEqual(['sign-in-wrong']);
		const { accounts } = valueOf(await viewAccount(boss, null, rules));
		expect(accounts?.find(({ id }) => id === userId)?.isDisabled).toBe(true);
	});
});
