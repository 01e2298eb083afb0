import { toCodingAnswer } from '../../contract/coding-answer.ts';
import {
	removeCodingQuery,
	restoreCodingInput,
	type CodingAnswer,
	type RemovedCodingAnswer
} from '../../contract/coding.ts';
import { parse } from '../../contract/parse.ts';
import { checkCodes } from '../../domain/coding/apply.ts';
import { checkInto, checkOnlyOwn, checkRestore } from '../../domain/coding/change.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { MemoId } from '../../domain/project/ids.ts';
import { rowIdOf } from '../../merge/row-id.ts';
import type { Context } from '../access/context.ts';
import { mayMend, permitCoding } from '../access/coding-permit.ts';
import { isUuid } from '../access/permit.ts';
import { listCodingUsers } from '../store/coding-users.ts';
import { findCoding, type StoredCoding } from '../store/codings.ts';
import type { Db } from '../store/database.ts';
import { findRemoval, findRemovedCoding, softDeleteCoding, undeleteCoding } from '../store/removed-codings.ts';
import { inTransaction } from '../store/transaction.ts';
import { giveAway, listShared, takeBackGiven, type GivenAway } from '../store/united-codings.ts';
import { checkSeen, orExists, projectOnly } from './change-coding.ts';

/**
 * Takes a coding away unless it changed since it was seen; with `onlyOwn` (an undo) also unless work of somebody
 * else leans on it. One that goes into another coding (`into`, as uniting does) lets the memos of this person and the
 * quotes he or she chose go there. It can come back with all that was written, and gets that back: the answer holds what
 * restoring asks for. Asked again, because the answer was lost on its way, it gives that answer again.
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
		const { onlyOwn, into } = parsed.value;
		const held = await lockBoth(trx, projectId, [codingId, into]);
		const present = held.get(codingId) ?? null;
		const earlier = present || !isUuid(codingId) ? null : await findRemoval(trx, projectId, codingId);
		const coding = present ?? earlier?.coding ?? null;
		const permitted = await permitCoding(context, trx, projectId, coding?.sourceId ?? null, []);
		if (!coding) return projectOnly(permitted);
		if (!permitted.ok) return permitted;
		const mine = mayMend(permitted.value, coding, context.actor.userId);
		if (!mine.ok) return mine;
		if (earlier) return ok({ ...earlier, isNew: false, ...untold });
		const unchanged = checkSeen(coding, parsed.value);
		if (!unchanged.ok) return unchanged;
		if (into !== undefined) {
			const possible = checkInto(coding, held.get(into) ?? null);
			if (!possible.ok) return possible;
		}
		if (onlyOwn || into !== undefined) {
			const own = checkOnlyOwn(await listCodingUsers(trx, coding.id), context.actor.userId);
			if (!own.ok) return own;
		}
		const deletionId = context.newId();
		await softDeleteCoding(trx, coding.id, deletionId, context.now());
		if (into === undefined) return ok({ coding, deletionId, isNew: true, ...untold });
		const given = await giveAway(trx, coding, into, context.actor.userId);
		return ok({ coding, deletionId, isNew: true, ...(await toldOf(trx, given)) });
	});
	if (!removed.ok) return removed;
	const { coding, deletionId, isNew } = removed.value;
	if (isNew) publish(context, projectId, coding, 'removed', removed.value);
	return ok({ id: coding.id, deletionId });
};

type Removal = Told & { readonly coding: StoredCoding; readonly deletionId: string; readonly isNew: boolean };

/** The codings that are there, held in one order, so that two who unite the same two do so one after the other. */
const lockBoth = async (
	trx: Db,
	projectId: string,
	ids: readonly (string | undefined)[]
): Promise<ReadonlyMap<string, StoredCoding>> => {
	const held = new Map<string, StoredCoding>();
	for (const id of ids.filter((one) => one !== undefined && isUuid(one)).sort()) {
		const coding = id && (await findCoding(trx, projectId, id, 'lock'));
		if (coding) held.set(id, coding);
	}
	return held;
};

/** What other screens are told of what went along: memos that others can read, and the displays of chosen quotes. */
type Told = { readonly memos: readonly MemoId[]; readonly quotes: GivenAway['quotes'] };
const untold: Told = { memos: [], quotes: [] };

const toldOf = async (trx: Db, { memos, quotes }: GivenAway): Promise<Told> => ({
	memos: await listShared(
		trx,
		memos.map(({ id }) => id)
	),
	quotes
});

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
			if (present) return ok({ coding, isNew: false, ...untold });
			const possible = checkRestore(source, coding);
			if (!possible.ok) return possible;
			const known = checkCodes(codes, codeIds);
			if (!known.ok) return known;
			const at = context.now();
			await undeleteCoding(trx, coding.id, at);
			const told = await toldOf(trx, await takeBackGiven(trx, coding.id));
			return ok({ coding: { ...coding, changedAt: at.toISOString() }, isNew: true, ...told });
		})
	);
	if (!restored.ok) return restored;
	const { coding, isNew } = restored.value;
	if (isNew) publish(context, projectId, coding, 'added', restored.value);
	return ok(toCodingAnswer(coding));
};

type Restoration = Told & { readonly coding: StoredCoding; readonly isNew: boolean };

const publish = (
	context: Context,
	projectId: string,
	{ id, sourceId, version }: StoredCoding,
	change: 'added' | 'removed',
	{ memos, quotes }: Told
) => {
	const by = { projectId, actorId: context.actor.userId };
	context.publish({ ...by, kind: 'coding', change, ids: [id], sourceId, version });
	if (memos.length > 0) context.publish({ ...by, kind: 'memo', change: 'changed', ids: memos, sourceId });
	const rows = quotes.map(({ before, ...display }) => rowIdOf({ ...display, codeId: before.codeId }));
	if (rows.length > 0) context.publish({ ...by, kind: 'decision', change: 'changed', ids: rows });
};
