import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorOfToken, readBearer } from '#lib/server/auth/access-token.ts';
import { createToken } from '#lib/server/commands/create-token.ts';
import type { Store } from '#lib/server/store/database.ts';
import { valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addProject, contextFor } from '../support/project.ts';
import { addAccount, everythingIn } from './door.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

const made = new Date('2025-06-01T09:00:00.000Z');
const later = (days: number, seconds = 0) => new Date(made.getTime() + days * 86_400_000 + seconds * 1000);
const tokenOf = async (userId: string, input: Record<string, unknown> = {}) =>
	valueOf(await createToken(await contextFor(store, userId, { now: () => made }), { name: 'Portaal', ...input }));

test('a token is kept by its SHA-256, and is itself in no table', async () => {
	const { id: userId } = await addAccount(store, 'Anna');
	const { id, token } = await tokenOf(userId);
	expect(token).toMatch(/^wst_[A-Za-z0-9_-]{43}$/);
	const row = await store.db.selectFrom('access_tokens').select('token_hash').where('id', '=', id).executeTakeFirst();
	expect(row).toEqual({ token_hash: createHash('sha256').update(token).digest('hex') });
	expect(await everythingIn(store)).not.toContain(token);
	expect(await actorOfToken(store.db, row?.token_hash ?? '', made)).toBeNull();
	expect(await actorOfToken(store.db, `wst_${row?.token_hash}`, made)).toBeNull();
});

test('it reads only unless asked otherwise, and ends after 90 days', async () => {
	const { id: userId } = await addAccount(store, 'Bob');
	const { token } = await tokenOf(userId);
	expect(await actorOfToken(store.db, token, later(90, -1))).toEqual({
		userId,
		name: 'Bob',
		isAdministrator: false,
		token: { scope: 'read', projectId: null }
	});
	expect(await actorOfToken(store.db, token, later(90))).toBeNull();
});

test('it keeps to the project it was made for', async () => {
	const project = await addProject(store);
	const { token } = await tokenOf(project.users.coder, { projectId: project.id, scope: 'write', days: 1 });
	expect(await actorOfToken(store.db, token, later(0.5))).toMatchObject({
		userId: project.users.coder,
		token: { scope: 'write', projectId: project.id }
	});
	expect(await actorOfToken(store.db, token, later(1))).toBeNull();
});

test('it is nobody’s any more when the account is ended', async () => {
	const { id: userId } = await addAccount(store, 'Cas');
	const { token } = await tokenOf(userId);
	await store.db.updateTable('users').set({ disabled_at: made }).where('id', '=', userId).execute();
	expect(await actorOfToken(store.db, token, made)).toBeNull();
});

test('it is read from a Bearer header and from nothing else', () => {
	expect(readBearer('Bearer wst_abc')).toBe('wst_abc');
	expect(readBearer('bearer   wst_abc ')).toBe('wst_abc');
	expect(readBearer(null)).toBeNull();
	expect(readBearer('')).toBeNull();
	expect(readBearer('Basic d3N0Og==')).toBeNull();
	expect(readBearer('Bearer wst_abc wst_def')).toBeNull();
});
