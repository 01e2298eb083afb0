import { setMemberRolesInput, type MemberAnswer } from '../../contract/member.ts';
import { parse } from '../../contract/parse.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { checkAdministratorStays } from '../../domain/project/administrators.ts';
import type { Context } from '../access/context.ts';
import { changeMembers, disabledIn, memberOf } from './change-members.ts';

/** Gives a member exactly these roles; a project always keeps somebody who can manage it. */
export const setMemberRoles = async (
	context: Context,
	projectId: string,
	userId: string,
	input: unknown
): Promise<Result<MemberAnswer>> => {
	const parsed = parse(setMemberRolesInput, input);
	if (!parsed.ok) return parsed;
	const { roles } = parsed.value;
	return changeMembers(context, projectId, 'member.change', async (_trx, members) => {
		const account = memberOf(members, userId);
		if (!account.ok) return account;
		const stays = checkAdministratorStays(members.memberships, userId, roles, disabledIn(members));
		return stays.ok ? ok({ account: account.value, roles }) : stays;
	});
};
