import { fail, ok, type Result } from '../../domain/problem.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { isUuid, permit } from '../access/permit.ts';
import { findMemo, type ListedMemo } from '../store/memos.ts';
import { lockMemo, softDeleteMemo } from '../store/save-memo.ts';
import { inTransaction } from '../store/transaction.ts';
import { publishMemo } from './change-memos.ts';

/** Takes a memo away, so that its author can bring it back. */
export const deleteMemo = async (context: Context, projectId: string, memoId: string): Promise<Result<null>> => {
	const permitted = await permit(context, projectId, 'memo.write');
	if (!permitted.ok) return permitted;
	const { project, access } = permitted.value;
	if (!isUuid(memoId)) return fail('memo-unknown');
	const deleted = await inTransaction(context.db, async (trx): Promise<Result<ListedMemo>> => {
		await lockMemo(trx, project.id, memoId);
		const memo = await findMemo(trx, project.id, access, memoId);
		if (!memo) return fail('memo-unknown');
		if (memo.authorId !== context.actor.userId) return fail('memo-of-other');
		await softDeleteMemo(trx, memo.id, context.now());
		await audit(context, trx, project.id, 'memo.delete', { kind: 'memo', id: memo.id });
		return ok(memo);
	});
	if (!deleted.ok) return deleted;
	publishMemo(context, deleted.value, null);
	return ok(null);
};
