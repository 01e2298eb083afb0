import { addMemberInput, type MemberAnswer } from '../../contract/member.ts';
import { parse } from '../../contract/parse.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { findAccountByEmail } from '../store/users.ts';
import { changeMembers } from './change-members.ts';

/** Makes somebody who has an account a member, with these roles. Who has none is invited: `inviteMember`. */
export const addMember = async (context: Context, projectId: string, input: unknown): Promise<Result<MemberAnswer>> => {
	const parsed = parse(addMemberInput, input);
	if (!parsed.ok) return parsed;
	const { email, roles } = parsed.value;
	return changeMembers(context, projectId, 'member.add', async (trx, { accounts }) => {
		const account = await findAccountByEmail(trx, email);
		if (!account) return fail('member-account-unknown', undefined, 'email');
		if (account.isDisabled) return fail('account-disabled', undefined, 'email');
		if (accounts.some(({ id }) => id === account.id)) return fail('member-exists', undefined, 'email');
		return ok({ account, roles });
	});
};
