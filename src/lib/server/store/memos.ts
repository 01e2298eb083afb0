import { sql, type RawBuilder } from 'kysely';
import type { Memo, MemoAbout, MemoKind, MemoSubject, MemoVisibility } from '../../domain/memo/memo.ts';
import { referenceOf } from '../../domain/coding/coding.ts';
import { may, type Access } from '../../domain/project/membership.ts';
import type { MemoId, ProjectId } from '../../domain/project/ids.ts';
import type { RichText } from '../../domain/text/rich-text.ts';
import { hasCode } from './asked-code.ts';
import type { Db } from './database.ts';
import { holds } from './holding.ts';
import { mayQuoteCoding } from './quote-consent.ts';
import { blindFor, isSeenOneByOne } from './seen-codings.ts';
import { quotesOfCaseAllowed, seesCase } from './visible-cases.ts';
import { mayOnSource } from './visible-sources.ts';

/** How that what a memo is about is called now; null = it is not about such a thing, or the reader may not see it. */
export type MemoNames = {
	readonly sourceId: string | null;
	readonly sourceTitle: string | null;
	readonly reference: string | null;
	readonly turn: number | null;
	readonly codeId: string | null;
	readonly codePath: string | null;
	readonly caseLabel: string | null;
	readonly quote: string | null;
	/** the coding or code it is about was taken away; its memos stay, and so does what it was called */
	readonly isRemoved: boolean;
	/** whether words from this interview may be quoted; true for what is about no interview */
	readonly quotesAllowed: boolean;
};

/** A memo with the names a list shows. */
export type ListedMemo = Memo & {
	readonly place: MemoNames;
	readonly authorName: string;
	readonly settledByName: string | null;
};

/** Which memos a reader asks for; what is left out does not narrow. */
export type MemoFilter = {
	readonly kind?: MemoKind | undefined;
	readonly aboutKind?: MemoSubject | undefined;
	readonly sourceId?: string | undefined;
	readonly turn?: number | undefined;
	readonly codeId?: string | undefined;
	/** also the codes below `codeId` */
	readonly includeDescendants?: boolean | undefined;
	readonly codingId?: string | undefined;
	readonly caseId?: string | undefined;
	readonly authorId?: string | undefined;
	/** about one of these sources, or something in it */
	readonly sourceIds?: readonly string[] | undefined;
	/** of somebody else than this person */
	readonly notBy?: string | undefined;
	readonly visibility?: MemoVisibility | undefined;
	readonly settled?: boolean | undefined;
	readonly q?: string | undefined;
};

/** The place of a memo in a list, newest first. */
export type MemoKey = readonly [createdAt: string, id: string];

/** `limit` memos a person may read, newest first, from a place on. */
export const listMemos = async (
	db: Db,
	projectId: ProjectId,
	access: Access,
	filter: MemoFilter,
	after: MemoKey | null,
	limit: number
): Promise<readonly ListedMemo[]> => {
	const conditions = [isReadable(access), ...conditionsOf(filter), ...(after === null ? [] : [isAfter(after)])];
	return select(db, projectId, access, conditions, sql`order by ${moment} desc, memos.id desc limit ${limit}`);
};

/** One memo, if this person may read it. */
export const findMemo = async (
	db: Db,
	projectId: ProjectId,
	access: Access,
	memoId: MemoId
): Promise<ListedMemo | null> => {
	const conditions = [isReadable(access), sql<boolean>`memos.id = ${memoId}`];
	return (await select(db, projectId, access, conditions, sql``))[0] ?? null;
};

/** Those of some memos that this person may read. */
export const findMemos = async (
	db: Db,
	projectId: ProjectId,
	access: Access,
	memoIds: readonly MemoId[]
): Promise<readonly ListedMemo[]> => {
	if (!may(access, 'memo.read')) return [];
	const conditions = [isReadable(access), sql<boolean>`memos.id = any(${[...memoIds]}::uuid[])`];
	return select(db, projectId, access, conditions, sql`order by memos.id`);
};

/** Everybody whose memos this person may read, by name. */
export const listMemoAuthors = async (
	db: Db,
	projectId: ProjectId,
	access: Access
): Promise<readonly { readonly id: string; readonly name: string }[]> => {
	const { rows } = await sql<{ id: string; name: string }>`select distinct authors.id, authors.name
		${fromMemos(access)}
		where memos.project_id = ${projectId} and memos.deleted_at is null and ${isThere} and ${isReadable(access)}
		order by authors.name, authors.id`.execute(db);
	return rows;
};

// To the millisecond, as cursors and JavaScript know it.
const moment = sql`date_trunc('milliseconds', memos.created_at)`;
const isAfter = ([createdAt, id]: MemoKey) =>
	sql<boolean>`(${moment}, memos.id) < (${createdAt}::timestamptz, ${id}::uuid)`;

const conditionsOf = (filter: MemoFilter): readonly RawBuilder<boolean>[] => {
	const { kind, aboutKind, sourceId, turn, codeId, codingId, caseId, authorId, visibility, settled, q } = filter;
	const { includeDescendants, sourceIds, notBy } = filter;
	return [
		...(sourceIds === undefined ? [] : [sql<boolean>`sources.id = any(${[...sourceIds]}::uuid[])`, isSeen]),
		...(notBy === undefined ? [] : [sql<boolean>`memos.author_id <> ${notBy}`]),
		...(kind === undefined ? [] : [sql<boolean>`memos.kind = ${kind}`]),
		...(aboutKind === undefined ? [] : [sql<boolean>`memos.about = ${aboutKind}`]),
		...(sourceId === undefined ? [] : [sql<boolean>`sources.id = ${sourceId}`, isSeen]),
		...(turn === undefined ? [] : [sql<boolean>`memos.about = 'turn' and ${turnOfMemo} = ${turn}::int`, isSeen]),
		...(codeId === undefined ? [] : [hasCode(codeId, includeDescendants), isSeen]),
		...(codingId === undefined ? [] : [sql<boolean>`memos.coding_id = ${codingId}`]),
		...(caseId === undefined ? [] : [sql<boolean>`memos.case_id = ${caseId}`]),
		...(authorId === undefined ? [] : [sql<boolean>`memos.author_id = ${authorId}`]),
		...(visibility === undefined ? [] : [sql<boolean>`memos.visibility = ${visibility}`]),
		...(settled === undefined
			? []
			: [sql<boolean>`memos.kind = 'question' and (memos.settled_at is not null) = ${settled}::boolean`]),
		...(q === undefined || q.trim() === '' ? [] : [holds(sql`memos.searched`, q)])
	];
};

/** The text that the memo is about is still there; of a code or a coding that is gone its memos can still be found. */
const isThere = sql<boolean>`(memos.about in ('project', 'code', 'case') or sources.deleted_at is null)`;

/** `maySeeMemoPlace` as a condition; a test walks both. */
const seenBy = (access: Access) => sql<boolean>`case memos.about when 'project' then true when 'code' then true
	when 'case' then ${seesCase(access)}
	when 'coding' then ${mayOnSource(access, 'coding.read')} and ${isSeenOneByOne(access)}
	else ${mayOnSource(access, 'source.read-text')} end`;
const isSeen = sql<boolean>`seen.it`;

/** `mayReadMemo` as a condition. */
const isReadable = (access: Access) => sql<boolean>`(memos.author_id = ${access.userId} or (memos.visibility = 'shared'
	and ${isSeen} and coalesce(sources.id <> all(${blindFor(access)}), true)))`;

const turnOfMemo = sql<number | null>`(select ordinal from turns where turns.source_id = sources.id
	and turns.version = coalesce(memos.text_version, codings.version)
	and turns.start_position <= coalesce(memos.text_position, codings.start_position)
	order by turns.ordinal desc limit 1)`;

/** Where a code stands, as "Wonen › Groen": a column beside `codes`. */
export const pathOfCode = sql<string | null>`(select string_agg(name, ' › ' order by depth) from (
	select above.name, count(*) as depth
	from code_ancestors as own join code_ancestors as higher on higher.code_id = own.ancestor_id
		join codes as above on above.id = own.ancestor_id
	where own.code_id = codes.id group by above.id) as line)`;

/** Memos with what they are about, and whether this person may see that. */
const fromMemos = (access: Access) => sql`from memos join users as authors on authors.id = memos.author_id
	left join users as settlers on settlers.id = memos.settled_by
	left join codings on codings.id = memos.coding_id
	left join codes on codes.id = coalesce(memos.code_id, codings.code_id)
	left join sources on sources.id = coalesce(memos.source_id, codings.source_id)
	left join cases on cases.id = memos.case_id
	left join waves on waves.id = sources.wave_id
	cross join lateral (select ${seenBy(access)}) as seen (it)`;

type Row = {
	id: string;
	about: MemoSubject;
	about_source_id: string | null;
	coding_id: string | null;
	about_code_id: string | null;
	case_id: string | null;
	case_label: string | null;
	kind: MemoKind;
	title: string;
	body: RichText;
	visibility: MemoVisibility;
	author_id: string;
	author_name: string;
	created_at: Date;
	changed_at: Date;
	version: number;
	settled_by: string | null;
	settled_by_name: string | null;
	settled_at: Date | null;
	is_seen: boolean;
	source_id: string | null;
	source_title: string | null;
	quotes_allowed: boolean | null;
	year: number | null;
	turn: number | null;
	code_id: string | null;
	code_path: string | null;
	quote: string | null;
	is_removed: boolean | null;
};

const select = async (
	db: Db,
	projectId: ProjectId,
	access: Access,
	conditions: readonly RawBuilder<boolean>[],
	rest: RawBuilder<unknown>
): Promise<readonly ListedMemo[]> => {
	const { rows } = await sql<Row>`select memos.id, memos.about, memos.source_id as about_source_id, memos.coding_id,
			memos.code_id as about_code_id, memos.case_id, cases.label as case_label, memos.kind, memos.title, memos.body, memos.visibility, memos.author_id,
			authors.name as author_name, memos.created_at, memos.changed_at, memos.version, memos.settled_by,
			settlers.name as settled_by_name, memos.settled_at, seen.it as is_seen, sources.id as source_id,
			sources.title as source_title, case when memos.about = 'coding' then ${mayQuoteCoding}
				when memos.about = 'case' then ${quotesOfCaseAllowed} else sources.quotes_allowed end as quotes_allowed, waves.year,
			case when memos.about in ('turn', 'coding') then ${turnOfMemo} end as turn,
			codes.id as code_id, ${pathOfCode} as code_path, codings.quote,
			codings.deleted_at is not null or codes.deleted_at is not null as is_removed
		${fromMemos(access)}
		where memos.project_id = ${projectId} and memos.deleted_at is null and ${isThere}
			and ${sql.join([...conditions], sql` and `)} ${rest}`.execute(db);
	return rows.map((row) => toMemo(projectId, row));
};

const toMemo = (projectId: ProjectId, row: Row): ListedMemo => ({
	id: row.id,
	projectId,
	about: aboutOf(row),
	memoKind: row.kind,
	title: row.title,
	body: row.body,
	visibility: row.visibility,
	authorId: row.author_id,
	authorName: row.author_name,
	createdAt: row.created_at,
	changedAt: row.changed_at,
	version: row.version,
	settled: row.settled_by !== null && row.settled_at !== null ? { by: row.settled_by, at: row.settled_at } : null,
	settledByName: row.settled_by_name,
	place: row.is_seen ? placeOf(row) : nowhere
});

const nowhere: MemoNames = {
	sourceId: null,
	sourceTitle: null,
	reference: null,
	turn: null,
	codeId: null,
	codePath: null,
	caseLabel: null,
	quote: null,
	isRemoved: false,
	quotesAllowed: false
};

const placeOf = (row: Row): MemoNames => ({
	sourceId: row.source_id,
	sourceTitle: row.source_title,
	reference:
		row.source_title !== null && row.year !== null && row.about !== 'source'
			? referenceOf(row.source_title, row.year, row.turn ?? 1)
			: null,
	turn: row.turn,
	codeId: row.code_id,
	codePath: row.code_path,
	caseLabel: row.case_label,
	// its words may have been corrected since: only a coding that is there goes along with its text
	quote: row.is_removed ? null : row.quote,
	isRemoved: row.is_removed ?? false,
	quotesAllowed: row.quotes_allowed ?? true
});

const aboutOf = ({ about, about_source_id, about_code_id, case_id, coding_id, turn }: Row): MemoAbout => {
	switch (about) {
		case 'project':
			return { kind: 'project' };
		case 'source':
			return { kind: 'source', sourceId: about_source_id ?? '' };
		case 'turn':
			return { kind: 'turn', sourceId: about_source_id ?? '', turn: turn ?? 1 };
		case 'coding':
			return { kind: 'coding', codingId: coding_id ?? '' };
		case 'code':
			return { kind: 'code', codeId: about_code_id ?? '' };
		case 'case':
			return { kind: 'case', caseId: case_id ?? '' };
	}
};
