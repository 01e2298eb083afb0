import type { Page } from '../../contract/cursor.ts';
import { memosPageQuery, type MemoAnswer, type MemosPageQuery } from '../../contract/memo.ts';
import { parse } from '../../contract/parse.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { may } from '../../domain/project/membership.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { listMemoAuthors } from '../store/memos.ts';
import { listMemos } from './list-memos.ts';

/** The page of memos: what was asked, the first of them, and whose there are to ask for. */
export type MemosPage = {
	readonly asked: MemosPageQuery;
	readonly first: Page<MemoAnswer>;
	readonly authors: readonly { readonly id: string; readonly name: string }[];
	readonly mayWrite: boolean;
	/** may read codings, and so the notes that stand with them */
	readonly mayReadNotes: boolean;
};

/** The memos that this person may read, by the choice in an address; the words one looks for never stand there. */
export const viewMemos = async (context: Context, projectId: string, query: unknown): Promise<Result<MemosPage>> => {
	const permitted = await permit(context, projectId, 'memo.read');
	if (!permitted.ok) return permitted;
	const parsed = parse(memosPageQuery, query);
	if (!parsed.ok) return parsed;
	const first = await listMemos(context, projectId, parsed.value);
	if (!first.ok) return first;
	const { project, access } = permitted.value;
	const authors = await listMemoAuthors(context.db, project.id, access);
	return ok({
		asked: parsed.value,
		first: first.value,
		authors,
		mayWrite: may(access, 'memo.write'),
		mayReadNotes: may(access, 'coding.read')
	});
};
