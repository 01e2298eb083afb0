import { toCodingAnswer } from '../../contract/coding-answer.ts';
import {
	removeCodingQuery,
	restoreCodingInput,
	type CodingAnswer,
	type RemovedCodingAnswer
} from '../../contract/coding.ts';
import { parse } from '../../contract/parse.ts';
import { checkCodes } from '../../domain/coding/apply.ts';
import { checkOnlyOwn, checkRestore } from '../../domain/coding/change.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { mayMend, permitCoding } from '../access/coding-permit.ts';
import { isUuid } from '../access/permit.ts';
import { listCodingUsers } from '../store/coding-users.ts';
import { findCoding, type StoredCoding } from '../store/codings.ts';
import { findRemovedCoding, softDeleteCoding, undeleteCoding } from '../store/removed-codings.ts';
import { inTransaction } from '../store/transaction.ts';
import { checkSeen, orExists, projectOnly } from './change-coding.ts';

/**
 * Takes a coding away unless it changed since it was seen; with `onlyOwn` (an undo) also unless work of somebody
 * else leans on it. It can come back with all that was written: the answer holds what restoring asks for.
 */
export const removeCoding = async (
	context: Context,
	projectId: string,
	codingId: string,
	query: unknown = {}
): Promise<Result<RemovedCodingAnswer>> => {
	const parsed = parse(removeCodingQuery, query);
	if (!parsed.ok) return parsed;
	const deletionId = context.newId();
	const removed = await inTransaction(context.db, async (trx): Promise<Result<StoredCoding>> => {
		if (!isUuid(projectId)) return fail('project-unknown');
		const coding = isUuid(codingId) ? await findCoding(trx, projectId, codingId, 'lock') : null;
		const permitted = await permitCoding(context, trx, projectId, coding?.sourceId ?? null, []);
		if (!coding) return projectOnly(permitted);
		if (!permitted.ok) return permitted;
		const mine = mayMend(permitted.value, coding, context.actor.userId);
		if (!mine.ok) return mine;
		const unchanged = checkSeen(coding, parsed.value);
		if (!unchanged.ok) return unchanged;
		if (parsed.value.onlyOwn) {
			const own = checkOnlyOwn(await listCodingUsers(trx, coding.id), context.actor.userId);
			if (!own.ok) return own;
		}
		await softDeleteCoding(trx, coding.id, deletionId, context.now());
		return ok(coding);
	});
	if (!removed.ok) return removed;
	publish(context, projectId, removed.value, 'removed');
	return ok({ id: removed.value.id, deletionId });
};

/** Brings a removed coding back, unless its text or its code has changed since. */
export const restoreCoding = async (
	context: Context,
	projectId: string,
	codingId: string,
	input: unknown
): Promise<Result<CodingAnswer>> => {
	const parsed = parse(restoreCodingInput, input);
	if (!parsed.ok) return parsed;
	const restored = await orExists(
		inTransaction(context.db, async (trx): Promise<Result<StoredCoding>> => {
			if (!isUuid(projectId)) return fail('project-unknown');
			const coding = isUuid(codingId)
				? await findRemovedCoding(trx, projectId, codingId, parsed.value.deletionId)
				: null;
			const codeIds = coding ? [coding.codeId] : [];
			const permitted = await permitCoding(context, trx, projectId, coding?.sourceId ?? null, codeIds);
			if (!coding) return projectOnly(permitted);
			if (!permitted.ok) return permitted;
			const { source, codes } = permitted.value;
			const mine = mayMend(permitted.value, coding, context.actor.userId);
			if (!mine.ok) return mine;
			const possible = checkRestore(source, coding);
			if (!possible.ok) return possible;
			const known = checkCodes(codes, codeIds);
			if (!known.ok) return known;
			const at = context.now();
			await undeleteCoding(trx, coding.id, at);
			return ok({ ...coding, changedAt: at.toISOString() });
		})
	);
	if (!restored.ok) return restored;
	publish(context, projectId, restored.value, 'added');
	return ok(toCodingAnswer(restored.value));
};

const publish = (context: Context, projectId: string, coding: StoredCoding, change: 'added' | 'removed') =>
	context.publish({
		projectId,
		kind: 'coding',
		change,
		ids: [coding.id],
		sourceId: coding.sourceId,
		version: coding.version,
		actorId: context.actor.userId
	});
