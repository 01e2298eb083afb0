import type { MemoAnswer } from '../../contract/memo.ts';
import { toMemoAnswer } from '../../contract/memo-answer.ts';
import type { Memo } from '../../domain/memo/memo.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { richTextReferences } from '../../domain/text/rich-text.ts';
import { audit } from '../access/audit.ts';
import type { Context, ProjectEvent } from '../access/context.ts';
import { mentionedFor } from '../access/memo-permit.ts';
import { isUuid, permit, type Permit } from '../access/permit.ts';
import type { Db } from '../store/database.ts';
import { findMemo, type ListedMemo } from '../store/memos.ts';
import { lockMemo, updateMemo } from '../store/save-memo.ts';
import { inTransaction } from '../store/transaction.ts';

/** Where memos are changed, by somebody who may do so somewhere in the project. */
export type MemosDesk = Permit & { readonly trx: Db };

/**
 * The steps that every change of a memo has in common: may this person; is the memo there for him or her; a line in the
 * log, without its words; tell those who may read it. A step that answers the memo as it was changes and tells nothing.
 */
export const changeMemos = async (
	context: Context,
	projectId: string,
	memoId: string,
	action: string,
	step: (desk: MemosDesk, memo: ListedMemo) => Promise<Result<Memo>>
): Promise<Result<MemoAnswer>> => {
	const permitted = await permit(context, projectId, 'memo.write');
	if (!permitted.ok) return permitted;
	const { project, access } = permitted.value;
	if (!isUuid(memoId)) return fail('memo-unknown');
	const stored = await inTransaction(context.db, async (trx): Promise<Result<readonly [Memo, ListedMemo]>> => {
		await lockMemo(trx, project.id, memoId);
		const before = await findMemo(trx, project.id, access, memoId);
		if (!before) return fail('memo-unknown');
		const changed = await step({ ...permitted.value, trx }, before);
		if (!changed.ok) return changed;
		if (changed.value === before) return ok([before, before]);
		await updateMemo(trx, changed.value);
		const after = await findMemo(trx, project.id, access, memoId);
		if (!after) return fail('memo-unknown');
		await audit(context, trx, project.id, action, { kind: 'memo', id: memoId });
		return ok([before, after]);
	});
	if (!stored.ok) return stored;
	const [before, after] = stored.value;
	if (before !== after) publishMemo(context, before, after);
	return ok(await memoAnswer(context.db, permitted.value, after));
};

/** Tells other screens about a memo that they may read, or could read until now; a private one is never told. */
export const publishMemo = (
	{ publish, actor }: Context,
	before: Memo | null,
	after: (Memo & Partial<Pick<ListedMemo, 'place'>>) | null
): void => {
	const memo = after ?? before;
	const change = changeSeen(before?.visibility === 'shared', after?.visibility === 'shared');
	if (!memo || !change) return;
	const sourceId = sourceOf(after) ?? sourceOf(before);
	publish({
		projectId: memo.projectId,
		kind: 'memo',
		change,
		ids: [memo.id],
		...(sourceId !== null && { sourceId }),
		actorId: actor.userId
	});
};

const changeSeen = (wasShared: boolean, isShared: boolean): ProjectEvent['change'] | null => {
	if (isShared) return wasShared ? 'changed' : 'added';
	return wasShared ? 'removed' : null;
};

const sourceOf = (memo: (Memo & Partial<Pick<ListedMemo, 'place'>>) | null): string | null => {
	if (!memo) return null;
	if (memo.about.kind === 'source' || memo.about.kind === 'turn') return memo.about.sourceId;
	return memo.place?.sourceId ?? null;
};

/** A memo as its reader gets it. */
export const memoAnswer = async (db: Db, permitted: Permit, memo: ListedMemo): Promise<MemoAnswer> =>
	toMemoAnswer(memo, permitted.access, await mentionedFor(permitted, db, richTextReferences(memo.body)));
