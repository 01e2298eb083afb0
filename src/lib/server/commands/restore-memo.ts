import type { MemoAnswer } from '../../contract/memo.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { isUuid, permit } from '../access/permit.ts';
import { findMemo } from '../store/memos.ts';
import { undeleteMemo } from '../store/save-memo.ts';
import { inTransaction } from '../store/transaction.ts';
import { memoAnswer, publishMemo } from './change-memos.ts';

/** Brings a memo back that its author took away; one that is there already is answered as it is. */
export const restoreMemo = async (context: Context, projectId: string, memoId: string): Promise<Result<MemoAnswer>> => {
	const permitted = await permit(context, projectId, 'memo.write');
	if (!permitted.ok) return permitted;
	const { project, access } = permitted.value;
	if (!isUuid(memoId)) return fail('memo-unknown');
	const restored = await inTransaction(context.db, async (trx) => {
		const isBack = await undeleteMemo(trx, project.id, memoId, context.actor.userId);
		const memo = await findMemo(trx, project.id, access, memoId);
		if (!memo || memo.authorId !== context.actor.userId) return fail('memo-unknown');
		if (isBack) await audit(context, trx, project.id, 'memo.restore', { kind: 'memo', id: memo.id });
		return ok({ memo, isBack });
	});
	if (!restored.ok) return restored;
	const { memo, isBack } = restored.value;
	if (isBack) publishMemo(context, null, memo);
	return ok(await memoAnswer(context.db, permitted.value, memo));
};
