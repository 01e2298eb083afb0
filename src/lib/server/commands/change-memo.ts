import { changeMemoInput, type MemoAnswer } from '../../contract/memo.ts';
import { changeMemo as decide } from '../../domain/memo/change-memo.ts';
import { withLabelsOf } from '../../domain/memo/references.ts';
import type { Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { permitMentions } from '../access/memo-permit.ts';
import { changeMemos } from './change-memos.ts';
import { parseWords } from './parse-words.ts';

/** Changes what the author wrote in a memo, its kind, or who may read it. Sent twice, it is done once. */
export const changeMemo = async (
	context: Context,
	projectId: string,
	memoId: string,
	input: unknown
): Promise<Result<MemoAnswer>> => {
	const parsed = parseWords(changeMemoInput, input);
	if (!parsed.ok) return parsed;
	const { version, kind, title, body, visibility } = parsed.value;
	return changeMemos(context, projectId, memoId, 'memo.change', async (desk, memo) => {
		const words = body && withLabelsOf(body, memo.body);
		const changes = { version, memoKind: kind, title, body: words, visibility };
		const changed = decide(memo, changes, { by: context.actor.userId, at: context.now() });
		if (!changed.ok || changed.value === memo) return changed;
		const mentions = await permitMentions(desk, desk.trx, changed.value.body, memo.body);
		return mentions.ok ? changed : mentions;
	});
};
