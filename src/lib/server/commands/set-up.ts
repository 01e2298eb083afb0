import { setUpInput } from '../../contract/account.ts';
import { parse } from '../../contract/parse.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { checkPassword } from '../../domain/project/password-rule.ts';
import { entranceLineOf, type Entrance } from '../auth/entrance.ts';
import { hashKey } from '../auth/one-time-key.ts';
import { hashPassword } from '../auth/password.ts';
import { openSession } from '../auth/sessions.ts';
import { admitAttempt } from '../auth/throttle.ts';
import { appendAudit } from '../store/audit-events.ts';
import { deleteSetupLinks, isSetupLink } from '../store/setup-links.ts';
import { inTransaction } from '../store/transaction.ts';
import { hasUsers, insertAccount, lockAccounts } from '../store/users.ts';
import type { SignedIn } from './sign-in.ts';

const linkDays = 7; // after that the server must be started again for a new link

/** Links made before this moment open nothing any more. */
export const setupLinksSince = (now: Date): Date => new Date(now.getTime() - linkDays * 86_400_000);

/** Whether a one-time link may be used now: for the page that asks for a name and a password. */
export const checkSetupKey = async (entrance: Entrance, key: string): Promise<Result<null>> => {
	const { db, secret, now, origin } = entrance;
	if (await hasUsers(db)) return fail('already-set-up');
	const admitted = await admitAttempt(db, secret, [{ kind: 'link', value: origin ?? '' }], now());
	if (!admitted.ok) return admitted;
	if (await isSetupLink(db, hashKey(key), setupLinksSince(now()))) return ok(null);
	// Whoever was first took the link along.
	return fail((await hasUsers(db)) ? 'already-set-up' : 'setup-link-invalid');
};

/** Makes the first administrator, with the one-time link of the terminal. Refuses when there is an account already. */
export const setUp = async (entrance: Entrance, input: unknown): Promise<Result<SignedIn>> => {
	const key = keyOf(input);
	const checked = await checkSetupKey(entrance, key);
	return checked.ok ? makeAdministrator(entrance, input, hashKey(key)) : checked;
};

/** Makes the first administrator from the terminal, where no link is needed. */
export const setUpFromTerminal = (entrance: Entrance, input: unknown): Promise<Result<SignedIn>> =>
	makeAdministrator(entrance, input, null);

const keyOf = (input: unknown): string =>
	typeof input === 'object' && input !== null && 'key' in input && typeof input.key === 'string' ? input.key : '';

const makeAdministrator = async (
	entrance: Entrance,
	input: unknown,
	linkHash: string | null
): Promise<Result<SignedIn>> => {
	const parsed = parse(setUpInput, input);
	if (!parsed.ok) return parsed;
	const { email, name, password, locale } = parsed.value;
	const allowed = checkPassword(password, { email, name });
	if (!allowed.ok) return allowed;

	const now = entrance.now();
	const userId = entrance.newId();
	const passwordHash = await hashPassword(password);
	return inTransaction(entrance.db, async (trx) => {
		await lockAccounts(trx);
		if (await hasUsers(trx)) return fail('already-set-up');
		if (linkHash !== null && !(await isSetupLink(trx, linkHash, setupLinksSince(now))))
			return fail('setup-link-invalid');
		await insertAccount(trx, { id: userId, email, name, passwordHash, isAdministrator: true, locale }, now);
		await deleteSetupLinks(trx);
		const cookie = await openSession(trx, entrance.rules, userId, now);
		await appendAudit(trx, entranceLineOf(entrance, { action: 'installation.set-up', userId }));
		return ok({ userId, cookie, locale });
	});
};
