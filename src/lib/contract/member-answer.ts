import type { Membership } from '../domain/project/membership.ts';
import type { Account } from '../domain/project/user.ts';
import type { MemberAnswer } from './member.ts';

/** A member with his or her own roles, as it crosses the edge. */
export const toMemberAnswer = (
	{ id, name, email, isDisabled }: Account,
	memberships: readonly Pick<Membership, 'role' | 'areaIds'>[]
): MemberAnswer => ({
	userId: id,
	name,
	email,
	isDisabled,
	roles: memberships.map(({ role, areaIds }) => ({ role, areaIds: areaIds && [...areaIds] }))
});
