import { updateAccountInput } from '../../contract/account.ts';
import { parse } from '../../contract/parse.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { inTransaction } from '../store/transaction.ts';
import { updateAccount as save } from '../store/users.ts';

/** Changes one's own name and language. */
export const updateAccount = async (context: Context, input: unknown): Promise<Result<null>> => {
	const parsed = parse(updateAccountInput, input);
	if (!parsed.ok) return parsed;
	const { db, actor } = context;
	if (actor.token) return fail('not-allowed', { action: 'account.update' });
	const { userId } = actor;
	return inTransaction(db, async (trx) => {
		await save(trx, userId, parsed.value);
		await audit(context, trx, null, 'account.update', { kind: 'user', id: userId });
		return ok(null);
	});
};
