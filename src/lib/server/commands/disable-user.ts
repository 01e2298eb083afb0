import { disableUserInput } from '../../contract/account.ts';
import { parse } from '../../contract/parse.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { deleteTokensOf } from '../store/access-tokens.ts';
import { deleteInvitationsOf } from '../store/invitations.ts';
import { deleteSessionsOf } from '../store/sessions.ts';
import { inTransaction } from '../store/transaction.ts';
import { countAdministrators, disableAccount, findAccount, lockAccounts } from '../store/users.ts';

/** Ends an account: sessions, tokens and invitations stop at once; what the person made stays. */
export const disableUser = async (context: Context, input: unknown): Promise<Result<null>> => {
	const parsed = parse(disableUserInput, input);
	if (!parsed.ok) return parsed;
	const { actor } = context;
	if (!actor.isAdministrator || actor.token) return fail('not-allowed', { action: 'account.disable' });
	const { userId } = parsed.value;
	return inTransaction(context.db, async (trx) => {
		await lockAccounts(trx);
		const account = await findAccount(trx, userId);
		if (!account || account.isDisabled) return fail('account-unknown');
		if (account.isAdministrator && (await countAdministrators(trx)) === 1) return fail('administrator-last');
		await disableAccount(trx, userId, context.now());
		await deleteSessionsOf(trx, userId);
		await deleteTokensOf(trx, userId);
		await deleteInvitationsOf(trx, userId);
		await audit(context, trx, null, 'account.disable', { kind: 'user', id: userId });
		return ok(null);
	});
};
