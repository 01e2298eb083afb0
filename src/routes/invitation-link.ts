import { ok, type Result } from '#lib/domain/problem.ts';
import type { inviteMember } from '#lib/server/commands/invite-member.ts';

/** What who invites somebody is shown: a link to hand over, or null for somebody who can sign in already. */
export type InvitationLink = { readonly link: string | null; readonly expiresAt: string | null };

/** The outcome of an invitation, with its key as an address of this site. */
export const invitationAnswer = (
	result: Awaited<ReturnType<typeof inviteMember>>,
	origin: string
): Result<InvitationLink> => {
	if (!result.ok) return result;
	const { key, expiresAt } = result.value;
	return ok({
		link: key === null ? null : `${origin}/invitation?key=${encodeURIComponent(key)}`,
		expiresAt: expiresAt?.toISOString() ?? null
	});
};
