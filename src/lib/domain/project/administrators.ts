import { fail, ok, type Result } from '../problem.ts';
import type { UserId } from './ids.ts';
import type { Membership } from './membership.ts';

/** Roles of one person as they are to be: the former ones go, these come. */
export type Roles = readonly Pick<Membership, 'role' | 'areaIds'>[];

/**
 * Whether a project keeps somebody who can manage it when a person's roles change. An administrator of some areas only
 * cannot manage members or the frame, so does not count; nor does somebody whose account is disabled.
 */
export const checkAdministratorStays = (
	memberships: readonly Membership[],
	userId: UserId,
	roles: Roles,
	isDisabled: (userId: UserId) => boolean
): Result<null> => {
	const manages = ({ role, areaIds }: Pick<Membership, 'role' | 'areaIds'>) =>
		role === 'administrator' && areaIds === null;
	const stays =
		(roles.some(manages) && !isDisabled(userId)) ||
		memberships.some(
			(membership) => membership.userId !== userId && manages(membership) && !isDisabled(membership.userId)
		);
	return stays ? ok(null) : fail('last-administrator');
};
