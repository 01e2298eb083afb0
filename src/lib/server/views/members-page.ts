import { toMemberAnswer } from '../../contract/member-answer.ts';
import type { MemberAnswer } from '../../contract/member.ts';
import type { Area } from '../../domain/area/area.ts';
import { ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { listAreas } from '../store/areas.ts';
import { invitationsOfMembers } from '../store/invitations.ts';
import { listMemberships } from '../store/memberships.ts';
import { listMembers } from '../store/users.ts';

/** A member as who manages members sees him or her. */
export type MemberOfPage = MemberAnswer & {
	readonly isSelf: boolean;
	/** who was invited and chose no password yet: until when the link works (ISO 8601); null = no more */
	readonly invitation: { readonly expiresAt: string | null } | null;
};

/** Everybody in a project, by name, and what is needed to change that. */
export type MembersPage = {
	readonly members: readonly MemberOfPage[];
	readonly areas: readonly Area[];
	/** a new link for an invited person is for who manages accounts only */
	readonly mayRenewLinks: boolean;
};

/** The members of a project, for who may change them. */
export const viewMembers = async (context: Context, projectId: string): Promise<Result<MembersPage>> => {
	const permitted = await permit(context, projectId, 'member.manage');
	if (!permitted.ok) return permitted;
	const { project } = permitted.value;
	const { db, actor, now } = context;
	const accounts = await listMembers(db, project.id);
	const memberships = await listMemberships(db, project.id);
	const links = await invitationsOfMembers(db, project.id);
	const linkOf = (userId: string) => {
		const expiresAt = links.get(userId);
		return expiresAt && expiresAt > now() ? expiresAt.toISOString() : null;
	};
	return ok({
		members: accounts.map((account) => ({
			...toMemberAnswer(
				account,
				memberships.filter(({ userId }) => userId === account.id)
			),
			isSelf: account.id === actor.userId,
			invitation: account.isInvited ? { expiresAt: linkOf(account.id) } : null
		})),
		areas: await listAreas(db, project.id),
		mayRenewLinks: actor.isAdministrator && actor.token === null
	});
};
