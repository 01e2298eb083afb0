import { createTokenInput } from '../../contract/account.ts';
import { parse } from '../../contract/parse.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { newAccessToken } from '../auth/access-token.ts';
import { insertToken, type AccessToken } from '../store/access-tokens.ts';
import { inTransaction } from '../store/transaction.ts';

/** A new personal token, shown this once. */
export type CreatedToken = AccessToken & { readonly token: string };

/** Makes a personal token, with which a program does what this person may do; a token cannot make tokens. */
export const createToken = async (context: Context, input: unknown): Promise<Result<CreatedToken>> => {
	const parsed = parse(createTokenInput, input);
	if (!parsed.ok) return parsed;
	const { db, actor } = context;
	if (actor.token) return fail('not-allowed', { action: 'token.create' });
	const { name, scope, projectId, days } = parsed.value;
	if (projectId !== null) {
		const permitted = await permit(context, projectId, 'project.read');
		if (!permitted.ok) return permitted;
	}

	const createdAt = context.now();
	const { token, hash } = newAccessToken();
	const kept: AccessToken = {
		id: context.newId(),
		name,
		scope,
		projectId,
		expiresAt: new Date(createdAt.getTime() + days * 86_400_000),
		createdAt
	};
	return inTransaction(db, async (trx) => {
		await insertToken(trx, actor.userId, kept, hash);
		await audit(context, trx, projectId, 'token.create', { kind: 'token', id: kept.id });
		return ok({ ...kept, token });
	});
};
