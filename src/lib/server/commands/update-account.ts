import { updateAccountInput } from '../../contract/account.ts';
import { parse } from '../../contract/parse.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { auditLineOf } from '../access/audit-line.ts';
import type { Context } from '../access/context.ts';
import { appendAudit } from '../store/audit-events.ts';
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
		await appendAudit(
			trx,
			auditLineOf(context, { projectId: null, action: 'account.update', objectKind: 'user', objectId: userId })
		);
		return ok(null);
	});
};
