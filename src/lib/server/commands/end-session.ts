import { endSessionInput } from '../../contract/account.ts';
import { parse } from '../../contract/parse.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { deleteSessionOf, deleteSessionsOf } from '../store/sessions.ts';
import { inTransaction } from '../store/transaction.ts';

/** Ends one of one's own sessions elsewhere, or all of them but this one (`others`). */
export const endSession = async (context: Context, thisSession: string, input: unknown): Promise<Result<null>> => {
	const parsed = parse(endSessionInput, input);
	if (!parsed.ok) return parsed;
	const { db, actor } = context;
	if (actor.token) return fail('not-allowed', { action: 'session.close' });
	const { session } = parsed.value;
	return inTransaction(db, async (trx) => {
		if (session === 'others') await deleteSessionsOf(trx, actor.userId, thisSession);
		else if (!(await deleteSessionOf(trx, actor.userId, session))) return fail('session-unknown');
		await audit(context, trx, null, 'session.close', { kind: 'user', id: actor.userId });
		return ok(null);
	});
};
