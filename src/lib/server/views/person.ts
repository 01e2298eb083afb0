import { fail, ok, type Result } from '../../domain/problem.ts';
import type { Actor } from '../access/context.ts';
import type { Db } from '../store/database.ts';
import { findAccountByEmail, firstAdministrator } from '../store/users.ts';

/** In whose name a command at the terminal is done: the person with this address, or the first administrator. */
export const personOf = async (db: Db, email: string | null): Promise<Result<Actor>> => {
	const account = email === null ? await firstAdministrator(db) : await findAccountByEmail(db, email);
	if (!account) return fail('account-unknown');
	return ok({ userId: account.id, name: account.name, isAdministrator: account.isAdministrator, token: null });
};
