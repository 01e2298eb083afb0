import { ok, type Result } from '../../domain/problem.ts';
import { checkAdministratorStays } from '../../domain/project/administrators.ts';
import type { Context } from '../access/context.ts';
import { changeMembers, disabledIn, memberOf } from './change-members.ts';

/** Takes a member all roles away, at once; what that person made stays, with the name. */
export const removeMember = async (context: Context, projectId: string, userId: string): Promise<Result<null>> => {
	const removed = await changeMembers(context, projectId, 'member.remove', async (_trx, members) => {
		const account = memberOf(members, userId);
		if (!account.ok) return account;
		const stays = checkAdministratorStays(members.memberships, userId, [], disabledIn(members));
		return stays.ok ? ok({ account: account.value, roles: [] }) : stays;
	});
	return removed.ok ? ok(null) : removed;
};
