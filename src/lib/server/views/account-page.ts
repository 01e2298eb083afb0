import { fail, ok, type Result } from '../../domain/problem.ts';
import type { ProjectId } from '../../domain/project/ids.ts';
import type { Account } from '../../domain/project/user.ts';
import type { Context } from '../access/context.ts';
import { listTokens } from '../store/access-tokens.ts';
import { listProjects } from '../store/projects.ts';
import { listSessions } from '../store/sessions.ts';
import { findAccount, listAccounts } from '../store/users.ts';

/** A browser in which this person is signed in; moments are ISO 8601, UTC. */
export type SessionOfPage = {
	readonly hash: string;
	readonly isThis: boolean;
	readonly openedAt: string;
	/** to the minute, and null in the last stretch of a session, where it cannot be told from its end */
	readonly activeAt: string | null;
	readonly endsAt: string;
};

/** A personal token as it is listed; the token itself is kept nowhere. */
export type TokenOfPage = {
	readonly id: string;
	readonly name: string;
	readonly scope: 'read' | 'write';
	/** null = all projects */
	readonly project: string | null;
	readonly expiresAt: string;
	readonly isExpired: boolean;
};

/** Everything a person sees about his or her own account; who manages accounts sees those of others too. */
export type AccountPage = {
	readonly account: Account;
	readonly sessions: readonly SessionOfPage[];
	readonly tokens: readonly TokenOfPage[];
	readonly projects: readonly { readonly id: ProjectId; readonly name: string }[];
	/** null for who does not manage accounts */
	readonly accounts: readonly Account[] | null;
};

/** One's own account, as the browser of this session shows it. */
export const viewAccount = async (
	{ db, actor, now }: Context,
	thisSession: string | null,
	rules: { readonly idleMinutes: number; readonly hours: number }
): Promise<Result<AccountPage>> => {
	if (actor.token) return fail('not-allowed', { action: 'account.read' });
	const account = await findAccount(db, actor.userId);
	if (!account) return fail('not-signed-in');
	const at = now();
	const sessions = await listSessions(db, actor.userId, at);
	const tokens = await listTokens(db, actor.userId);
	const projects = await listProjects(db, actor.userId);
	return ok({
		account,
		sessions: sessions.map(({ hash, expiresAt, endsAt }) => ({
			hash,
			isThis: hash === thisSession,
			openedAt: before(endsAt, rules.hours * 60),
			activeAt: expiresAt < endsAt ? before(expiresAt, rules.idleMinutes) : null,
			endsAt: endsAt.toISOString()
		})),
		tokens: tokens.map(({ id, name, scope, projectId, expiresAt }) => ({
			id,
			name,
			scope,
			project: projectId === null ? null : (projects.find((project) => project.id === projectId)?.name ?? '–'),
			expiresAt: expiresAt.toISOString(),
			isExpired: expiresAt <= at
		})),
		projects: projects.map(({ id, name }) => ({ id, name })),
		accounts: account.isAdministrator ? await listAccounts(db) : null
	});
};

const before = (moment: Date, minutes: number): string => new Date(moment.getTime() - minutes * 60_000).toISOString();
