import { sql } from 'kysely';
import type { Code } from '../../domain/codebook/code.ts';
import type { CaseId, ProjectId, SourceId } from '../../domain/project/ids.ts';
import { positionMap } from '../../domain/text/position.ts';
import type { RichText } from '../../domain/text/rich-text.ts';
import type { Db } from './database.ts';
import { forgetVoice } from './decisions.ts';
import { loadCut } from './turns.ts';

/** How much hangs on an interview, in numbers. */
export type Counted = {
	readonly versions: number;
	readonly characters: number;
	readonly turns: number;
	readonly codings: number;
	readonly memos: number;
	readonly quotes: number;
	readonly reportQuotes: number;
	readonly publishedQuotes: number;
	readonly evidence: number;
	readonly proposals: number;
	readonly photos: number;
};

/** Counts what goes with an interview; removed codings and memos count, since their words are kept. */
export const countOnSource = async (db: Db, sourceId: SourceId): Promise<Counted & { readonly title: string }> => {
	const { rows } = await sql<Counted & { title: string }>`select title, characters,
			(select count(*)::int from source_versions where source_id = sources.id) as versions,
			(select count(*)::int from turns where source_id = sources.id and version = sources.version) as turns,
			(select count(*)::int from codings where source_id = sources.id) as codings,
			(select count(*)::int from memos left join codings on codings.id = memos.coding_id
				where coalesce(memos.source_id, codings.source_id) = sources.id) as memos,
			(select count(*)::int from chosen_quotes join codings on codings.id = coding_id
				where codings.source_id = sources.id) as quotes,
			(select count(*)::int from report_blocks join codings on codings.id = coding_id
				where codings.source_id = sources.id) as "reportQuotes",
			(select count(*)::int from edition_quotes join codings on codings.id = coding_id
				where codings.source_id = sources.id) as "publishedQuotes",
			(select count(*)::int from explanation_evidence as evidence left join memos on memos.id = evidence.memo_id
				left join codings on codings.id = coalesce(evidence.coding_id, memos.coding_id)
				where coalesce(memos.source_id, codings.source_id) = sources.id) as evidence,
			(select count(*)::int from photos where source_id = sources.id) as photos,
			(select count(*)::int from code_proposals where source_id = sources.id) as proposals
		from sources where id = ${sourceId}`.execute(db);
	const [row] = rows;
	if (!row) throw new RangeError(`no source ${sourceId}`);
	return row;
};

/** The ids and words of all codings of some interviews, of every layer, removed ones included. */
export const listWordsOf = async (
	db: Db,
	sourceIds: readonly SourceId[]
): Promise<readonly { readonly id: string; readonly sourceId: SourceId; readonly quote: string }[]> => {
	const rows = await db
		.selectFrom('codings')
		.select(['id', 'source_id', 'quote'])
		.where('source_id', '=', sql<string>`any(${[...sourceIds]}::uuid[])`)
		.execute();
	return rows.map(({ id, source_id, quote }) => ({ id, sourceId: source_id, quote }));
};

/** A memo that mentions something, removed ones included. */
export type MentioningMemo = {
	readonly id: string;
	readonly body: RichText;
	/** the interview it is about; null = about something else */
	readonly sourceId: SourceId | null;
};

/** Every memo of a project that mentions a thing. */
export const listMentioningMemos = async (db: Db, projectId: ProjectId): Promise<readonly MentioningMemo[]> => {
	const { rows } = await sql<{ id: string; body: RichText; source_id: string | null }>`
		select memos.id, memos.body, coalesce(memos.source_id, codings.source_id) as source_id
		from memos left join codings on codings.id = memos.coding_id
		where memos.project_id = ${projectId} and memos.body::text like '%"reference"%'`.execute(db);
	return rows.map(({ id, body, source_id }) => ({ id, body, sourceId: source_id }));
};

/** Stores a memo's text without what is gone; who is writing in it sees that it changed. */
export const updateMemoBody = async (trx: Db, memoId: string, body: RichText): Promise<void> => {
	await sql`update memos set body = ${JSON.stringify(body)}::jsonb, version = version + 1 where id = ${memoId}`.execute(
		trx
	);
};

/** The codes of a project that have an example, removed ones included. */
export const listExamples = async (
	db: Db,
	projectId: ProjectId
): Promise<readonly { readonly id: string; readonly example: string }[]> =>
	db
		.selectFrom('codes')
		.select(['id', 'example'])
		.where('project_id', '=', projectId)
		.where('example', '<>', '')
		.execute();

/** The versions of a codebook with their codes. */
export const listTrees = async (
	db: Db,
	projectId: ProjectId
): Promise<readonly { readonly id: string; readonly name: string; readonly tree: readonly Code[] }[]> => {
	const rows = await db
		.selectFrom('codebook_versions')
		.select(['id', 'name', 'tree'])
		.where('project_id', '=', projectId)
		.orderBy('number')
		.execute();
	// Written by insertCodebookVersion, and by `updateTree` below.
	return rows.map(({ id, name, tree }) => ({ id, name, tree: tree as readonly Code[] }));
};

/** What was spoken in an interview, turn by turn, in every version of its text that can be read; not by who asked. */
export const listSpoken = async (db: Db, sourceId: SourceId): Promise<readonly string[]> => {
	const versions = await db
		.selectFrom('source_versions')
		.select(['version', 'text'])
		.where('source_id', '=', sourceId)
		.where('sealed_at', 'is', null)
		.execute();
	const spoken = new Set<string>();
	for (const { version, text } of versions) {
		const map = positionMap(text);
		const { turns, speakers } = await loadCut(db, sourceId, version);
		const asks = new Set(speakers.filter(({ role }) => role === 'interviewer').map(({ id }) => id));
		for (const { start, end, speakerId } of turns)
			if (speakerId === null || !asks.has(speakerId)) spoken.add(map.slice(start, end));
	}
	return [...spoken];
};

/** Memos about a person, removed ones included. */
export const countMemosOfCase = async (db: Db, caseId: CaseId): Promise<number> => {
	const { rows } = await sql<{
		memos: number;
	}>`select count(*)::int as memos from memos where case_id = ${caseId}`.execute(db);
	return rows[0]?.memos ?? 0;
};

/** Deletes the memos about a person for good. */
export const destroyMemosOfCase = async (trx: Db, caseId: CaseId): Promise<void> => {
	await trx.deleteFrom('memos').where('case_id', '=', caseId).execute();
};

/**
 * Deletes an interview for good, with everything that refers to it: texts of all versions, turns, speakers, codings,
 * memos about them, proposals, chosen quotes, and whatever other tables keep by its id; and what it said in decisions.
 */
export const destroySource = async (trx: Db, sourceId: SourceId): Promise<void> => {
	await forgetVoice(trx, sourceId);
	await trx.deleteFrom('sources').where('id', '=', sourceId).execute();
};
