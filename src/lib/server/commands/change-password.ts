import { changePasswordInput } from '../../contract/account.ts';
import { parse } from '../../contract/parse.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { checkPassword } from '../../domain/project/password-rule.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import type { Entrance } from '../auth/entrance.ts';
import { hashPassword, isPassword } from '../auth/password.ts';
import { openSession, type SessionCookie } from '../auth/sessions.ts';
import { admitAttempt, forgiveAttempts } from '../auth/throttle.ts';
import { deleteSessionsOf } from '../store/sessions.ts';
import { inTransaction } from '../store/transaction.ts';
import { findAccount, findPasswordHash, updatePasswordHash } from '../store/users.ts';

/** Changes one's own password: all sessions of the person end, and this browser gets a new one. */
export const changePassword = async (
	context: Context,
	{ secret, rules }: Entrance,
	input: unknown
): Promise<Result<SessionCookie>> => {
	const parsed = parse(changePasswordInput, input);
	if (!parsed.ok) return parsed;
	const { db, actor } = context;
	if (actor.token) return fail('not-allowed', { action: 'password.change' });
	const now = context.now();
	const account = await findAccount(db, actor.userId);
	if (!account) return fail('not-signed-in');

	const attempt = { kind: 'account', value: account.email } as const;
	const admitted = await admitAttempt(db, secret, [attempt], now);
	if (!admitted.ok) return admitted;
	if (!(await isPassword(parsed.value.current, await findPasswordHash(db, account.id))))
		return fail('password-wrong', undefined, 'current');
	const allowed = checkPassword(parsed.value.password, account);
	if (!allowed.ok) return allowed;

	const passwordHash = await hashPassword(parsed.value.password);
	await forgiveAttempts(db, secret, attempt, now);
	return inTransaction(db, async (trx) => {
		await updatePasswordHash(trx, account.id, passwordHash);
		await deleteSessionsOf(trx, account.id);
		const cookie = await openSession(trx, rules, account.id, now);
		await audit(context, trx, null, 'password.change', { kind: 'user', id: account.id });
		return ok(cookie);
	});
};
