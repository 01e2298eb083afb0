import { revokeTokenInput } from '../../contract/account.ts';
import { parse } from '../../contract/parse.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { deleteTokenOf } from '../store/access-tokens.ts';
import { inTransaction } from '../store/transaction.ts';

/** Withdraws one of one's own tokens; the program that uses it stops at once. */
export const revokeToken = async (context: Context, input: unknown): Promise<Result<null>> => {
	const parsed = parse(revokeTokenInput, input);
	if (!parsed.ok) return parsed;
	const { db, actor } = context;
	if (actor.token) return fail('not-allowed', { action: 'token.revoke' });
	const { tokenId } = parsed.value;
	return inTransaction(db, async (trx) => {
		if (!(await deleteTokenOf(trx, actor.userId, tokenId))) return fail('token-unknown');
		await audit(context, trx, null, 'token.revoke', { kind: 'token', id: tokenId });
		return ok(null);
	});
};
