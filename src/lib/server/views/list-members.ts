import { slice, type Page } from '../../contract/cursor.ts';
import { toMemberAnswer } from '../../contract/member-answer.ts';
import { listMembersQuery, type MemberAnswer } from '../../contract/member.ts';
import { parse } from '../../contract/parse.ts';
import { fail, type Result } from '../../domain/problem.ts';
import { may } from '../../domain/project/membership.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { listMemberships } from '../store/memberships.ts';
import { listMembers as readMembers } from '../store/users.ts';

/**
 * The members of a project with their roles, by name, for who manages them: addresses are not for everybody. Reading is
 * no change, so a token that only reads will do.
 */
export const listMembers = async (
	context: Context,
	projectId: string,
	query: unknown = {}
): Promise<Result<Page<MemberAnswer>>> => {
	const permitted = await permit(context, projectId, 'project.read');
	if (!permitted.ok) return permitted;
	const { project, access } = permitted.value;
	if (!may(access, 'member.manage')) return fail('not-allowed', { action: 'member.manage' });
	const parsed = parse(listMembersQuery, query);
	if (!parsed.ok) return parsed;
	const accounts = await readMembers(context.db, project.id);
	const memberships = await listMemberships(context.db, project.id);
	const members = accounts.map((account) =>
		toMemberAnswer(
			account,
			memberships.filter(({ userId }) => userId === account.id)
		)
	);
	return slice(members, parsed.value, ({ userId }) => userId);
};
