import { signInInput } from '../../contract/account.ts';
import { parse } from '../../contract/parse.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { UserId } from '../../domain/project/ids.ts';
import { entranceLineOf, type Entrance } from '../auth/entrance.ts';
import { isPassword } from '../auth/password.ts';
import { openSession, type SessionCookie } from '../auth/sessions.ts';
import { admitAttempt, forgiveAttempts } from '../auth/throttle.ts';
import { appendAudit } from '../store/audit-events.ts';
import { findAccountByEmail, findPasswordHash } from '../store/users.ts';

/** Somebody who came in: the cookie for the browser, and the language the person reads. */
export type SignedIn = { readonly userId: UserId; readonly cookie: SessionCookie; readonly locale: 'nl' | 'en' };

/**
 * Signs a person in with e-mail address and password, under a new session. What was wrong is not told, and an unknown
 * address takes as long as a wrong password.
 */
export const signIn = async (entrance: Entrance, input: unknown): Promise<Result<SignedIn>> => {
	const parsed = parse(signInInput, input);
	if (!parsed.ok) return parsed;
	const { email, password } = parsed.value;
	const { db, secret, rules } = entrance;
	const now = entrance.now();

	const account = { kind: 'account', value: email } as const;
	const admitted = await admitAttempt(db, secret, [account, { kind: 'origin', value: entrance.origin ?? '' }], now);
	if (!admitted.ok) return admitted;

	const known = await findAccountByEmail(db, email);
	const fits = await isPassword(password, known && (await findPasswordHash(db, known.id)));
	if (!known || !fits) {
		const userId = known?.id ?? null;
		await appendAudit(db, entranceLineOf(entrance, { action: 'session.open', userId, result: 'sign-in-wrong' }));
		return fail('sign-in-wrong');
	}

	await forgiveAttempts(db, secret, account, now);
	const cookie = await openSession(db, rules, known.id, now);
	await appendAudit(db, entranceLineOf(entrance, { action: 'session.open', userId: known.id }));
	return ok({ userId: known.id, cookie, locale: known.locale });
};
