import { sql, type Selectable } from 'kysely';
import type { ProjectId, UserId } from '../../domain/project/ids.ts';
import type { Account } from '../../domain/project/user.ts';
import type { Db } from './database.ts';
import type { Database } from './schema.ts';

/** Stands where a password hash would, until an invited person has chosen a password; no password fits it. */
export const noPassword = 'none';

const columns = ['id', 'email', 'name', 'password_hash', 'is_administrator', 'locale', 'disabled_at'] as const;

const lockKey = 5_921_409; // any fixed number: the advisory lock under which administrators come and go one by one

/** Lets one transaction at a time decide who is an administrator: the first, or the last. */
export const lockAccounts = async (trx: Db): Promise<void> => {
	await sql`select pg_advisory_xact_lock(${lockKey})`.execute(trx);
};

/** Whether anybody has an account yet; without one, the installation must be set up first. */
export const hasUsers = async (db: Db): Promise<boolean> =>
	(await db.selectFrom('users').select('id').limit(1).executeTakeFirst()) !== undefined;

/** The account with this id. */
export const findAccount = async (db: Db, userId: UserId): Promise<Account | null> => {
	const row = await db.selectFrom('users').select(columns).where('id', '=', userId).executeTakeFirst();
	return row ? toAccount(row) : null;
};

/** The account with this e-mail address, whatever its capitals. */
export const findAccountByEmail = async (db: Db, email: string): Promise<Account | null> => {
	const row = await db
		.selectFrom('users')
		.select(columns)
		.where(sql<boolean>`lower(email) = lower(${email})`)
		.executeTakeFirst();
	return row ? toAccount(row) : null;
};

/** The hash a password is checked against; null when there is no such account, it was ended, or has no password yet. */
export const findPasswordHash = async (db: Db, userId: UserId): Promise<string | null> => {
	const row = await db
		.selectFrom('users')
		.select('password_hash')
		.where('id', '=', userId)
		.where('disabled_at', 'is', null)
		.where('password_hash', '<>', noPassword)
		.executeTakeFirst();
	return row?.password_hash ?? null;
};

/** The administrator of the installation who has been there longest, or null. */
export const firstAdministrator = async (db: Db): Promise<Account | null> => {
	const row = await db
		.selectFrom('users')
		.select(columns)
		.where('is_administrator', '=', true)
		.where('disabled_at', 'is', null)
		.orderBy('created_at')
		.orderBy('id')
		.limit(1)
		.executeTakeFirst();
	return row ? toAccount(row) : null;
};

/** How many administrators of the installation can still sign in. */
export const countAdministrators = async (db: Db): Promise<number> => {
	const row = await db
		.selectFrom('users')
		.select((eb) => eb.fn.countAll<string>().as('n'))
		.where('is_administrator', '=', true)
		.where('disabled_at', 'is', null)
		.executeTakeFirstOrThrow();
	return Number(row.n);
};

/** Everyone with an account, by name. */
export const listAccounts = async (db: Db): Promise<readonly Account[]> =>
	(await db.selectFrom('users').select(columns).orderBy('name').orderBy('id').execute()).map(toAccount);

/** Everyone with a role in a project, by name. */
export const listMembers = async (db: Db, projectId: ProjectId): Promise<readonly Account[]> => {
	const rows = await db
		.selectFrom('users')
		.select(columns)
		.where('id', 'in', (eb) =>
			eb.selectFrom('memberships').select('memberships.user_id').where('memberships.project_id', '=', projectId)
		)
		.orderBy('name')
		.orderBy('id')
		.execute();
	return rows.map(toAccount);
};

export type NewAccount = Pick<Account, 'id' | 'email' | 'name' | 'isAdministrator' | 'locale'> & {
	readonly passwordHash: string;
};

/** Stores a new account; breaks `users_email` when the address is taken. */
export const insertAccount = async (db: Db, account: NewAccount, at: Date): Promise<void> => {
	await db
		.insertInto('users')
		.values({
			id: account.id,
			email: account.email,
			name: account.name,
			password_hash: account.passwordHash,
			is_administrator: account.isAdministrator,
			locale: account.locale,
			created_at: at
		})
		.execute();
};

/** Stores another password. */
export const updatePasswordHash = async (db: Db, userId: UserId, passwordHash: string): Promise<void> => {
	await db.updateTable('users').set({ password_hash: passwordHash }).where('id', '=', userId).execute();
};

/** Stores what a person says about himself or herself. */
export const updateAccount = async (
	db: Db,
	userId: UserId,
	change: { readonly name: string; readonly locale: 'nl' | 'en' }
): Promise<void> => {
	await db.updateTable('users').set(change).where('id', '=', userId).execute();
};

/** Ends an account; what the person made stays, with the name. */
export const disableAccount = async (db: Db, userId: UserId, at: Date): Promise<void> => {
	await db.updateTable('users').set({ disabled_at: at }).where('id', '=', userId).execute();
};

const toAccount = (row: Pick<Selectable<Database['users']>, (typeof columns)[number]>): Account => ({
	id: row.id,
	email: row.email,
	name: row.name,
	isAdministrator: row.is_administrator,
	locale: row.locale,
	isInvited: row.password_hash === noPassword,
	isDisabled: row.disabled_at !== null
});
