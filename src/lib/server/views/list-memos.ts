import { fromCursor, toPage, type Page } from '../../contract/cursor.ts';
import { listMemosQuery, type MemoAnswer } from '../../contract/memo.ts';
import { toMemoAnswer } from '../../contract/memo-answer.ts';
import { parse } from '../../contract/parse.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { richTextReferences } from '../../domain/text/rich-text.ts';
import type { Context } from '../access/context.ts';
import { mentionedFor } from '../access/memo-permit.ts';
import { isUuid, permit } from '../access/permit.ts';
import { findMemo, listMemos as list, type MemoKey } from '../store/memos.ts';

/** The memos of a project that this person may read, filtered, newest first, a page at a time. */
export const listMemos = async (
	context: Context,
	projectId: string,
	query: unknown
): Promise<Result<Page<MemoAnswer>>> => {
	const permitted = await permit(context, projectId, 'memo.read');
	if (!permitted.ok) return permitted;
	const parsed = parse(listMemosQuery, query);
	if (!parsed.ok) return parsed;
	const { cursor, limit, settled, ...filter } = parsed.value;
	const after = isMemoKey(fromCursor<MemoKey>(cursor, ['text', 'text']));
	if (!after.ok) return after;
	const { project, access } = permitted.value;
	const asked = { ...filter, ...(settled !== undefined && { settled: settled === 'true' }) };
	const memos = await list(context.db, project.id, access, asked, after.value, limit + 1);
	const page = toPage(memos, limit, ({ createdAt, id }) => [createdAt.toISOString(), id]);
	const references = page.items.flatMap(({ body }) => richTextReferences(body));
	const mentioned = await mentionedFor(permitted.value, context.db, references);
	return ok({ ...page, items: page.items.map((memo) => toMemoAnswer(memo, access, mentioned)) });
};

/** One memo, for who may read it. */
export const readMemo = async (context: Context, projectId: string, memoId: string): Promise<Result<MemoAnswer>> => {
	const permitted = await permit(context, projectId, 'memo.read');
	if (!permitted.ok) return permitted;
	const { project, access } = permitted.value;
	const memo = isUuid(memoId) ? await findMemo(context.db, project.id, access, memoId) : null;
	if (!memo) return fail('memo-unknown');
	const mentioned = await mentionedFor(permitted.value, context.db, richTextReferences(memo.body));
	return ok(toMemoAnswer(memo, access, mentioned));
};

/** A cursor that was read, as long as it is the place of a memo. */
const isMemoKey = (read: Result<MemoKey | null>): Result<MemoKey | null> => {
	if (!read.ok || read.value === null) return read;
	const [createdAt, id] = read.value;
	return isUuid(id) && isMoment(createdAt) ? read : fail('cursor-invalid', undefined, 'cursor');
};

const isMoment = (text: string): boolean =>
	/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text));
