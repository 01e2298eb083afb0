import type { MemoAnswer } from '../../contract/memo.ts';
import { reopenMemo as reopen, settleMemo as settle } from '../../domain/memo/change-memo.ts';
import { maySettleMemo } from '../../domain/memo/who-may.ts';
import type { Memo } from '../../domain/memo/memo.ts';
import { fail, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { changeMemos } from './change-memos.ts';

/** Marks a question to the team as answered: by who asked it, or anyone who codes. What is written stays as it is. */
export const settleMemo = (context: Context, projectId: string, memoId: string): Promise<Result<MemoAnswer>> =>
	change(context, projectId, memoId, 'memo.settle', (memo) => settle(memo, context.actor.userId, context.now()));

/** Lets a question to the team wait for an answer again. */
export const reopenMemo = (context: Context, projectId: string, memoId: string): Promise<Result<MemoAnswer>> =>
	change(context, projectId, memoId, 'memo.reopen', reopen);

const change = (
	context: Context,
	projectId: string,
	memoId: string,
	action: string,
	step: (memo: Memo) => Result<Memo>
): Promise<Result<MemoAnswer>> =>
	changeMemos(context, projectId, memoId, action, async ({ access }, memo) =>
		maySettleMemo(access, memo) ? step(memo) : fail('not-allowed', { action: 'memo.settle' })
	);
