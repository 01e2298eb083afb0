import { sql } from 'kysely';
import type { Memo } from '../../domain/memo/memo.ts';
import { searchedText } from '../../domain/memo/references.ts';
import type { CodeId, CodingId, MemoId, ProjectId, UserId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';

/** Holds a memo until the transaction ends, so that two who change it do so one after the other. */
export const lockMemo = async (trx: Db, projectId: ProjectId, memoId: MemoId): Promise<void> => {
	await trx
		.selectFrom('memos')
		.select('id')
		.where('project_id', '=', projectId)
		.where('id', '=', memoId)
		.forUpdate()
		.execute();
};

/** Where a turn stands in its text. */
export type TurnPlace = { readonly version: number; readonly position: number };

/** Stores a new memo; `turn` = where the turn it is about begins. */
export const insertMemo = async (trx: Db, memo: Memo, turn: TurnPlace | null): Promise<void> => {
	await trx
		.insertInto('memos')
		.values({ id: memo.id, ...subjectOf(memo, turn), created_at: memo.createdAt, ...wordsOf(memo) })
		.execute();
};

/**
 * The memo in which this person already wrote these words about the same thing, if it is there: a request that was sent
 * again because its answer got lost. Holds the person's new memos until the transaction ends, so that two such requests
 * come one after the other.
 */
export const findSameMemo = async (trx: Db, memo: Memo, turn: TurnPlace | null): Promise<MemoId | null> => {
	await trx.selectFrom('users').select('id').where('id', '=', memo.authorId).forNoKeyUpdate().execute();
	const subject = Object.entries(subjectOf(memo, turn)) as [
		keyof ReturnType<typeof subjectOf>,
		string | number | null
	][];
	const found = await trx
		.selectFrom('memos')
		.select('id')
		.where('deleted_at', 'is', null)
		.where((is) => is.and(subject.map(([column, value]) => is(column, 'is not distinct from', value))))
		.where('kind', '=', memo.memoKind)
		.where('visibility', '=', memo.visibility)
		.where('title', '=', memo.title)
		.where('body', '=', sql<never>`${JSON.stringify(memo.body)}::jsonb`)
		.executeTakeFirst();
	return found?.id ?? null;
};

/** Whose memo it is, and what it is about. */
const subjectOf = ({ projectId, authorId, about }: Memo, turn: TurnPlace | null) => ({
	project_id: projectId,
	author_id: authorId,
	about: about.kind,
	source_id: about.kind === 'source' || about.kind === 'turn' ? about.sourceId : null,
	text_version: turn?.version ?? null,
	text_position: turn?.position ?? null,
	coding_id: about.kind === 'coding' ? about.codingId : null,
	code_id: about.kind === 'code' ? about.codeId : null,
	case_id: about.kind === 'case' ? about.caseId : null
});

/** Stores what can change of a memo. */
export const updateMemo = async (trx: Db, memo: Memo): Promise<void> => {
	await trx.updateTable('memos').set(wordsOf(memo)).where('id', '=', memo.id).execute();
};

const wordsOf = (memo: Memo) => ({
	kind: memo.memoKind,
	title: memo.title,
	body: JSON.stringify(memo.body),
	searched: searchedText(memo),
	visibility: memo.visibility,
	changed_at: memo.changedAt,
	version: memo.version,
	settled_by: memo.settled?.by ?? null,
	settled_at: memo.settled?.at ?? null
});

/** Hides a memo, so that its author can bring it back. */
export const softDeleteMemo = async (trx: Db, memoId: MemoId, at: Date): Promise<void> => {
	await trx.updateTable('memos').set({ deleted_at: at }).where('id', '=', memoId).execute();
};

/** Brings a hidden memo of this author back; false when there is none. */
export const undeleteMemo = async (
	trx: Db,
	projectId: ProjectId,
	memoId: MemoId,
	authorId: UserId
): Promise<boolean> => {
	const { numUpdatedRows } = await trx
		.updateTable('memos')
		.set({ deleted_at: null })
		.where('project_id', '=', projectId)
		.where('id', '=', memoId)
		.where('author_id', '=', authorId)
		.where('deleted_at', 'is not', null)
		.executeTakeFirst();
	return numUpdatedRows > 0n;
};

/** Memos that a merge took along, with what they were about; ids only, for the way back. */
export type FollowedMemos = {
	readonly ofCode: readonly MemoId[];
	readonly ofCodings: readonly { readonly id: MemoId; readonly from: CodingId; readonly to: CodingId }[];
};

/** Lets memos on a code that goes into another, and on codings that go into others, follow. Removed memos follow too. */
export const followMerge = async (
	trx: Db,
	codes: { readonly from: CodeId; readonly into: CodeId },
	codings: readonly { readonly from: CodingId; readonly to: CodingId }[]
): Promise<FollowedMemos> => {
	const ofCode = await trx
		.updateTable('memos')
		.set({ code_id: codes.into })
		.where('code_id', '=', codes.from)
		.returning('id')
		.execute();
	const ofCodings = await followCodings(trx, codings);
	return { ofCode: ofCode.map(({ id }) => id), ofCodings };
};

/** Brings memos back to the code and the codings they were about before a merge, where they still are. */
export const unfollowMerge = async (
	trx: Db,
	codes: { readonly from: CodeId; readonly into: CodeId },
	{ ofCode, ofCodings }: FollowedMemos
): Promise<void> => {
	await trx
		.updateTable('memos')
		.set({ code_id: codes.from })
		.where('id', '=', sql<string>`any(${[...ofCode]}::uuid[])`)
		.where('code_id', '=', codes.into)
		.execute();
	await unfollowCodings(trx, ofCodings);
};

/** Brings memos back to the codings they were about, where they still are. */
export const unfollowCodings = async (trx: Db, ofCodings: FollowedMemos['ofCodings']): Promise<void> => {
	for (const { id, from, to } of ofCodings)
		await trx.updateTable('memos').set({ coding_id: from }).where('id', '=', id).where('coding_id', '=', to).execute();
};

/** Lets memos on codings that become one with others follow, of everybody or of one author. Removed memos follow too. */
export const followCodings = async (
	trx: Db,
	codings: readonly { readonly from: CodingId; readonly to: CodingId }[],
	authorId: UserId | null = null
): Promise<FollowedMemos['ofCodings']> => {
	if (codings.length === 0) return [];
	const { rows } = await sql<{ id: string; from: string; to: string }>`update memos set coding_id = given.kept
		from unnest(${codings.map(({ from }) => from)}::uuid[], ${codings.map(({ to }) => to)}::uuid[]) as given (gone, kept)
		where memos.coding_id = given.gone and (${authorId}::uuid is null or memos.author_id = ${authorId}::uuid)
		returning memos.id, given.gone as "from", given.kept as "to"`.execute(trx);
	return rows;
};
