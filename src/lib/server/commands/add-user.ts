import { addUserInput } from '../../contract/account.ts';
import { parse } from '../../contract/parse.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { checkPassword } from '../../domain/project/password-rule.ts';
import { entranceLineOf, type Entrance } from '../auth/entrance.ts';
import { hashKey, newKey } from '../auth/one-time-key.ts';
import { hashPassword } from '../auth/password.ts';
import { appendAudit } from '../store/audit-events.ts';
import { brokenConstraint } from '../store/constraint.ts';
import { insertInvitation } from '../store/invitations.ts';
import { inTransaction } from '../store/transaction.ts';
import { insertAccount, noPassword } from '../store/users.ts';
import type { Invitation } from './invite-member.ts';

const invitationDays = 7;

/**
 * Makes an account at the terminal, where who may run the program may do this: with a password, or with a one-time
 * link with which the person chooses one.
 */
export const addUser = async (entrance: Entrance, input: unknown): Promise<Result<Invitation>> => {
	const parsed = parse(addUserInput, input);
	if (!parsed.ok) return parsed;
	const { email, name, isAdministrator, password } = parsed.value;
	if (password !== undefined) {
		const allowed = checkPassword(password, { email, name });
		if (!allowed.ok) return allowed;
	}

	const userId = entrance.newId();
	const now = entrance.now();
	const passwordHash = password === undefined ? noPassword : await hashPassword(password);
	const key = password === undefined ? newKey() : null;
	const expiresAt = key === null ? null : new Date(now.getTime() + invitationDays * 86_400_000);
	try {
		return await inTransaction(entrance.db, async (trx) => {
			await insertAccount(trx, { id: userId, email, name, passwordHash, isAdministrator, locale: 'nl' }, now);
			if (key !== null && expiresAt !== null) await insertInvitation(trx, userId, hashKey(key), expiresAt, now);
			await appendAudit(trx, { ...entranceLineOf(entrance, { action: 'account.add', userId }), actorId: null });
			return ok({ userId, key, expiresAt });
		});
	} catch (error) {
		if (brokenConstraint(error) === 'users_email') return fail('account-exists', undefined, 'email');
		throw error;
	}
};
