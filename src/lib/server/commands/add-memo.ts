import { addMemoInput, type MemoAnswer } from '../../contract/memo.ts';
import { checkMemoWords } from '../../domain/memo/change-memo.ts';
import type { Memo } from '../../domain/memo/memo.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { permitMemoAbout, permitMentions } from '../access/memo-permit.ts';
import { permit } from '../access/permit.ts';
import { findMemo, type ListedMemo } from '../store/memos.ts';
import { findSameMemo, insertMemo } from '../store/save-memo.ts';
import { inTransaction } from '../store/transaction.ts';
import { memoAnswer, publishMemo } from './change-memos.ts';
import { parseWords } from './parse-words.ts';

/** Writes a memo about the project, a source, a turn, a coding or a code; private unless the writer shares it. Sent twice, it is done once. */
export const addMemo = async (context: Context, projectId: string, input: unknown): Promise<Result<MemoAnswer>> => {
	const parsed = parseWords(addMemoInput, input);
	if (!parsed.ok) return parsed;
	const { about, kind, title, body, visibility } = parsed.value;
	const permitted = await permit(context, projectId, 'memo.write');
	if (!permitted.ok) return permitted;
	const checked = checkMemoWords({ title, body });
	if (!checked.ok) return checked;
	const { project, access } = permitted.value;
	const added = await inTransaction(context.db, async (trx): Promise<Result<readonly [ListedMemo, isNew: boolean]>> => {
		const turn = await permitMemoAbout(permitted.value, trx, about);
		if (!turn.ok) return turn;
		const mentions = await permitMentions(permitted.value, trx, body, []);
		if (!mentions.ok) return mentions;
		const at = context.now();
		const memo: Memo = {
			id: context.newId(),
			projectId: project.id,
			about,
			memoKind: kind,
			title,
			body,
			visibility,
			authorId: context.actor.userId,
			createdAt: at,
			changedAt: at,
			version: 1,
			settled: null
		};
		const same = await findSameMemo(trx, memo, turn.value);
		if (same === null) await insertMemo(trx, memo, turn.value);
		const listed = await findMemo(trx, project.id, access, same ?? memo.id);
		if (!listed) return fail('memo-unknown');
		if (same === null) await audit(context, trx, project.id, 'memo.add', { kind: 'memo', id: memo.id });
		return ok([listed, same === null]);
	});
	if (!added.ok) return added;
	const [memo, isNew] = added.value;
	if (isNew) publishMemo(context, null, memo);
	return ok(await memoAnswer(context.db, permitted.value, memo));
};
