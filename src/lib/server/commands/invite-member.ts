import { inviteMemberInput } from '../../contract/account.ts';
import { parse } from '../../contract/parse.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { UserId } from '../../domain/project/ids.ts';
import type { Account } from '../../domain/project/user.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { hashKey, newKey } from '../auth/one-time-key.ts';
import { listAreas } from '../store/areas.ts';
import { brokenConstraint } from '../store/constraint.ts';
import type { Db } from '../store/database.ts';
import { insertInvitation } from '../store/invitations.ts';
import { insertMembership } from '../store/memberships.ts';
import { inTransaction } from '../store/transaction.ts';
import { findAccountByEmail, insertAccount, noPassword } from '../store/users.ts';

const invitationDays = 7;

/** Who was invited; `key` opens the one-time link, and is null for somebody who has a password already. */
export type Invitation = { readonly userId: UserId; readonly key: string | null; readonly expiresAt: Date | null };

/**
 * Invites a person to a project with a role (an administrator of that project), or to the installation (an
 * administrator of it). The link is shown once, for the inviter to hand over; we send no mail.
 */
export const inviteMember = async (
	context: Context,
	projectId: string | null,
	input: unknown
): Promise<Result<Invitation>> => {
	const parsed = parse(inviteMemberInput, input);
	if (!parsed.ok) return parsed;
	const { email, name, role, areaIds, isAdministrator } = parsed.value;
	const allowed = await mayInvite(context, projectId, isAdministrator);
	if (!allowed.ok) return allowed;
	if (projectId !== null && role === undefined) return fail('input-missing', { field: 'role' }, 'role');
	if (projectId !== null && areaIds !== null) {
		const known = new Set((await listAreas(context.db, projectId)).map(({ id }) => id));
		if (!areaIds.every((areaId) => known.has(areaId))) return fail('area-unknown', undefined, 'areaIds');
	}

	try {
		return await inTransaction(context.db, async (trx) => {
			const now = context.now();
			const known = await findAccountByEmail(trx, email);
			if (known?.isDisabled) return fail('account-disabled', undefined, 'email');
			if (known && projectId === null && !known.isInvited) return fail('account-exists', undefined, 'email');
			const account = known ?? { id: context.newId(), email, name, isAdministrator, locale: 'nl' as const };
			if (!known) await insertAccount(trx, { ...account, passwordHash: noPassword }, now);
			if (projectId !== null && role !== undefined) {
				const membership = { id: context.newId(), userId: account.id, role, areaIds };
				await insertMembership(trx, projectId, membership, now);
			}
			const mayReplace = !known || isAccountManager(context);
			const invitation = await invitationFor(trx, account.id, known, mayReplace, now);
			await audit(context, trx, projectId, 'member.invite', { kind: 'user', id: account.id });
			return ok(invitation);
		});
	} catch (error) {
		const broken = brokenConstraint(error);
		if (broken === 'memberships_unique') return fail('member-has-role', undefined, 'role');
		if (broken === 'users_email') return fail('account-exists', undefined, 'email');
		throw error;
	}
};

const mayInvite = async (
	context: Context,
	projectId: string | null,
	asAdministrator: boolean
): Promise<Result<unknown>> => {
	if (projectId !== null) {
		const permitted = await permit(context, projectId, 'member.manage');
		if (!permitted.ok) return permitted;
	}
	const isForInstallation = projectId === null || asAdministrator;
	return isForInstallation && !isAccountManager(context) ? fail('not-allowed', { action: 'account.invite' }) : ok(null);
};

const isAccountManager = ({ actor }: Context): boolean => actor.isAdministrator && actor.token === null;

/**
 * A link for who has no password yet; who has one signs in as always. Somebody whom another invited keeps that link:
 * with a new one, the administrator of a project could take an account over.
 */
const invitationFor = async (
	db: Db,
	userId: UserId,
	known: Account | null,
	mayReplace: boolean,
	now: Date
): Promise<Invitation> => {
	if ((known && !known.isInvited) || !mayReplace) return { userId, key: null, expiresAt: null };
	const key = newKey();
	const expiresAt = new Date(now.getTime() + invitationDays * 86_400_000);
	await insertInvitation(db, userId, hashKey(key), expiresAt, now);
	return { userId, key, expiresAt };
};
