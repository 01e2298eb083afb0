import { acceptInvitationInput } from '../../contract/account.ts';
import { parse } from '../../contract/parse.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { checkPassword } from '../../domain/project/password-rule.ts';
import type { Account } from '../../domain/project/user.ts';
import { entranceLineOf, type Entrance } from '../auth/entrance.ts';
import { hashKey } from '../auth/one-time-key.ts';
import { hashPassword } from '../auth/password.ts';
import { openSession } from '../auth/sessions.ts';
import { admitAttempt } from '../auth/throttle.ts';
import { appendAudit } from '../store/audit-events.ts';
import { deleteInvitation, findInvited } from '../store/invitations.ts';
import { inTransaction } from '../store/transaction.ts';
import { findAccount, updateAccount, updatePasswordHash } from '../store/users.ts';
import type { SignedIn } from './sign-in.ts';

/** Whom a one-time link is for: for the page that asks for a password. */
export const readInvitation = async (entrance: Entrance, key: string): Promise<Result<Account>> => {
	const { db, secret, now, origin } = entrance;
	const admitted = await admitAttempt(db, secret, [{ kind: 'link', value: origin ?? '' }], now());
	if (!admitted.ok) return admitted;
	const userId = await findInvited(db, hashKey(key), now());
	const account = userId && (await findAccount(db, userId));
	return account ? ok(account) : fail('invitation-invalid');
};

/** An invited person chooses a name and a password, and comes in. The link works once. */
export const acceptInvitation = async (entrance: Entrance, input: unknown): Promise<Result<SignedIn>> => {
	const parsed = parse(acceptInvitationInput, input);
	if (!parsed.ok) return parsed;
	const { key, name, password, locale } = parsed.value;
	const invited = await readInvitation(entrance, key);
	if (!invited.ok) return invited;
	const userId = invited.value.id;
	const allowed = checkPassword(password, { email: invited.value.email, name });
	if (!allowed.ok) return allowed;

	const passwordHash = await hashPassword(password);
	return inTransaction(entrance.db, async (trx) => {
		const now = entrance.now();
		if (!(await deleteInvitation(trx, hashKey(key)))) return fail('invitation-invalid');
		await updatePasswordHash(trx, userId, passwordHash);
		await updateAccount(trx, userId, { name, locale });
		const cookie = await openSession(trx, entrance.rules, userId, now);
		await appendAudit(trx, entranceLineOf(entrance, { action: 'invitation.accept', userId }));
		return ok({ userId, cookie, locale });
	});
};
