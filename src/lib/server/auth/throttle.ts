import { createHmac } from 'node:crypto';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { Db } from '../store/database.ts';
import { countAttempt, deleteOldAttempts, forgetAttempts } from '../store/throttles.ts';

/** What is tried, and how often within a quarter of an hour: enough for a person who mistypes, too few for guessing. */
const limits = {
	/** with one account, from anywhere */
	account: 10,
	/** from one address, with any account */
	origin: 30,
	/** one-time links from one address */
	link: 20
} as const;

const windowLength = 15 * 60_000; // ms

export type Throttled = { readonly kind: keyof typeof limits; readonly value: string };

/** Addresses are kept as a keyed hash: the table tells nobody who tried. */
const keyOf = (secret: Uint8Array, { kind, value }: Throttled) =>
	`${kind}:${createHmac('sha256', secret).update(`${kind}\n${value.toLowerCase()}`).digest('hex')}`;

/**
 * Counts an attempt before it is made, so that many at once do not slip through; refuses with the seconds to wait when
 * there were too many.
 */
export const admitAttempt = async (
	db: Db,
	secret: Uint8Array,
	attempts: readonly Throttled[],
	now: Date
): Promise<Result<null>> => {
	const windowStart = new Date(now.getTime() - windowLength);
	let secondsToWait = 0;
	for (const attempt of attempts) {
		const counted = await countAttempt(db, keyOf(secret, attempt), now, windowStart);
		if (counted.attempts <= limits[attempt.kind]) continue;
		const end = counted.windowStartedAt.getTime() + windowLength;
		secondsToWait = Math.max(secondsToWait, Math.ceil((end - now.getTime()) / 1000));
	}
	if (secondsToWait === 0) return ok(null);
	return fail('too-many-attempts', { seconds: secondsToWait, minutes: Math.ceil(secondsToWait / 60) });
};

/** After a success the account starts anew; the address does not, or guessing could hide behind one's own account. */
export const forgiveAttempts = async (db: Db, secret: Uint8Array, attempt: Throttled, now: Date): Promise<void> => {
	await forgetAttempts(db, keyOf(secret, attempt));
	await deleteOldAttempts(db, new Date(now.getTime() - windowLength));
};
