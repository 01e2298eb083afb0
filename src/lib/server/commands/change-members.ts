import type { MemberAnswer, SetMemberRolesInput } from '../../contract/member.ts';
import { toMemberAnswer } from '../../contract/member-answer.ts';
import { fail, failAll, ok, type Problem, type Result } from '../../domain/problem.ts';
import type { Access, Membership } from '../../domain/project/membership.ts';
import { foreignReferences } from '../../domain/project/references.ts';
import type { Account } from '../../domain/project/user.ts';
import { fitsTask } from '../../domain/source/assignment.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { targetOf } from '../access/source-permit.ts';
import { listAreas } from '../store/areas.ts';
import { deleteAssignments, listAssignmentsOf } from '../store/assignments.ts';
import { orProblem } from '../store/constraint.ts';
import type { Db } from '../store/database.ts';
import { lockProject } from '../store/frame.ts';
import { deleteMembershipsOf, insertMembership, listMemberships } from '../store/memberships.ts';
import { deleteReadingsOf } from '../store/readings.ts';
import { inTransaction } from '../store/transaction.ts';
import { listMembers } from '../store/users.ts';
import { deleteVisitsOf } from '../store/work.ts';

/** The people of a project as they are while one of them is changed. */
export type Members = { readonly memberships: readonly Membership[]; readonly accounts: readonly Account[] };

/** Whose roles become what: `roles` are all of them; none = no member any more. */
export type MemberChange = { readonly account: Account; readonly roles: SetMemberRolesInput['roles'] };

/**
 * The steps that every change of a project's members has in common: may this person; one change at a time in a project;
 * the roles of one member as they are to be; a line in the log.
 */
export const changeMembers = async (
	context: Context,
	projectId: string,
	action: 'member.add' | 'member.change' | 'member.remove',
	decide: (trx: Db, members: Members) => Promise<Result<MemberChange>>
): Promise<Result<MemberAnswer>> => {
	const permitted = await permit(context, projectId, 'member.manage');
	if (!permitted.ok) return permitted;
	const { project } = permitted.value;
	return orProblem({ reference: { code: 'reference-gone', params: { kind: 'area' } } }, () =>
		inTransaction(context.db, async (trx) => {
			await lockProject(trx, project.id);
			const members = {
				memberships: await listMemberships(trx, project.id),
				accounts: await listMembers(trx, project.id)
			};
			const change = await decide(trx, members);
			if (!change.ok) return change;
			const { account, roles } = change.value;
			const faults = faultsOf(roles, await listAreas(trx, project.id));
			if (faults.length > 0) return failAll(faults);
			const memberships = roles.map(({ role, areaIds = null }) => ({
				id: context.newId(),
				userId: account.id,
				role,
				areaIds: areaIds && [...new Set(areaIds)]
			}));
			await deleteMembershipsOf(trx, project.id, account.id);
			for (const membership of memberships) await insertMembership(trx, project.id, membership, context.now());
			await dropUnfitWork(trx, project.id, { userId: account.id, memberships });
			await audit(context, trx, project.id, action, { kind: 'user', id: account.id });
			return ok(toMemberAnswer(account, memberships));
		})
	);
};

/** Work that somebody's roles do not fit any more goes back; who leaves has none, and what was read is forgotten. */
const dropUnfitWork = async (trx: Db, projectId: string, access: Access): Promise<void> => {
	const work = await listAssignmentsOf(trx, projectId, access.userId);
	const unfit = work.filter(({ source, task }) => !fitsTask(access, task, targetOf(source)));
	await deleteAssignments(
		trx,
		unfit.map(({ id }) => id)
	);
	if (access.memberships.length > 0) return;
	await deleteReadingsOf(trx, projectId, access.userId);
	await deleteVisitsOf(trx, projectId, access.userId);
};

const faultsOf = (roles: MemberChange['roles'], area: readonly { readonly id: string }[]): readonly Problem[] => {
	const named = roles.map(({ role }) => role);
	const twice = named.flatMap((role, index) =>
		named.indexOf(role) < index ? [{ code: 'role-twice', at: `roles.${index}.role` }] : []
	);
	const references = roles.map(({ areaIds }, index) => ({
		kind: 'area' as const,
		field: `roles.${index}.areaIds`,
		ids: areaIds ?? []
	}));
	return [...twice, ...foreignReferences({ area }, references)];
};

/** The member with this id. */
export const memberOf = ({ accounts }: Members, userId: string): Result<Account> => {
	const account = accounts.find(({ id }) => id === userId);
	return account ? ok(account) : fail('member-unknown');
};

/** Tells who can no longer sign in. */
export const disabledIn =
	({ accounts }: Members) =>
	(userId: string): boolean =>
		accounts.some(({ id, isDisabled }) => id === userId && isDisabled);
