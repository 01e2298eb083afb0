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
import { findRemoval, findRemovedCoding, softDeleteCoding, undeleteCoding } from '../store/removed-codings.ts';
import { inTransaction } from '../store/transaction.ts';
import { checkSeen, orExists, projectOnly } from './change-coding.ts';

/**
 * Takes a coding away unless it changed since it was seen; with `onlyOwn` (an undo) also unless work of somebody
 * else leans on it. It can come back with all that was written: the answer holds what restoring asks for. Asked again,
 * because the answer was lost on its way, it gives that answer again.
 */
export const removeCoding = async (
	context: Context,
	projectId: string,
	codingId: string,
	query: unknown = {}
): Promise<Result<RemovedCodingAnswer>> => {
	const parsed = parse(removeCodingQuery, query);
	if (!parsed.ok) return parsed;
	const removed = await inTransaction(context.db, async (trx): Promise<Result<Removal>> => {
		if (!isUuid(projectId)) return fail('project-unknown');
		const present = isUuid(codingId) ? await findCoding(trx, projectId, codingId, 'lock') : null;
		const earlier = present || !isUuid(codingId) ? null : await findRemoval(trx, projectId, codingId);
		const coding = present ?? earlier?.coding ?? null;
		const permitted = await permitCoding(context, trx, projectId, coding?.sourceId ?? null, []);
		if (!coding) return projectOnly(permitted);
		if (!permitted.ok) return permitted;
		const mine = mayMend(permitted.value, coding, context.actor.userId);
		if (!mine.ok) return mine;
		if (earlier) return ok({ ...earlier, isNew: false });
		const unchanged = checkSeen(coding, parsed.value);
		if (!unchanged.ok) return unchanged;
		if (parsed.value.onlyOwn) {
			const own = checkOnlyOwn(await listCodingUsers(trx, coding.id), context.actor.userId);
			if (!own.ok) return own;
		}
		const deletionId = context.newId();
		await softDeleteCoding(trx, coding.id, deletionId, context.now());
		return ok({ coding, deletionId, isNew: true });
	});
	if (!removed.ok) return removed;
	const { coding, deletionId, isNew } = removed.value;
	if (isNew) publish(context, projectId, coding, 'removed');
	return ok({ id: coding.id, deletionId });
};

type Removal = { readonly coding: StoredCoding; readonly deletionId: string; readonly isNew: boolean };

/**
 * Brings a removed coding back, unless its text or its code has changed since. One that is there already, because the
 * answer was lost on its way, is the answer as it is.
 */
export const restoreCoding = async (
	context: Context,
	projectId: string,
	codingId: string,
	input: unknown
): Promise<Result<CodingAnswer>> => {
	const parsed = parse(restoreCodingInput, input);
	if (!parsed.ok) return parsed;
	const restored = await orExists(
		inTransaction(context.db, async (trx): Promise<Result<Restoration>> => {
			if (!isUuid(projectId)) return fail('project-unknown');
			const present = isUuid(codingId) ? await findCoding(trx, projectId, codingId, 'lock') : null;
			const coding =
				present ??
				(isUuid(codingId) ? await findRemovedCoding(trx, projectId, codingId, parsed.value.deletionId) : null);
			const codeIds = coding ? [coding.codeId] : [];
			const permitted = await permitCoding(context, trx, projectId, coding?.sourceId ?? null, codeIds);
			if (!coding) return projectOnly(permitted);
			if (!permitted.ok) return permitted;
			const { source, codes } = permitted.value;
			const mine = mayMend(permitted.value, coding, context.actor.userId);
			if (!mine.ok) return mine;
			if (present) return ok({ coding, isNew: false });
			const possible = checkRestore(source, coding);
			if (!possible.ok) return possible;
			const known = checkCodes(codes, codeIds);
			if (!known.ok) return known;
			const at = context.now();
			await undeleteCoding(trx, coding.id, at);
			return ok({ coding: { ...coding, changedAt: at.toISOString() }, isNew: true });
		})
	);
	if (!restored.ok) return restored;
	const { coding, isNew } = restored.value;
	if (isNew) publish(context, projectId, coding, 'added');
	return ok(toCodingAnswer(coding));
};

type Restoration = { readonly coding: StoredCoding; readonly isNew: boolean };

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
