import { sql } from 'kysely';
import { referenceOf } from '../../domain/coding/coding.ts';
import type { Access } from '../../domain/project/membership.ts';
import type { CodeId, CodingId, ProjectId, SourceId, UserId } from '../../domain/project/ids.ts';
import { hasCode } from './asked-code.ts';
import type { Db } from './database.ts';
import { holds } from './holding.ts';
import { pathOfCode } from './memos.ts';
import { mayQuoteCoding } from './quote-consent.ts';
import { isSeenOneByOne, isThere } from './seen-codings.ts';

/** The short note that somebody wrote with a coding, with what it is about. */
export type CodingNote = {
	readonly codingId: CodingId;
	readonly note: string;
	readonly quote: string;
	readonly reference: string;
	readonly turn: number | null;
	readonly sourceId: SourceId;
	readonly codeId: CodeId;
	readonly codePath: string;
	/** who wrote the note last, which may be another than the coder */
	readonly authorId: UserId;
	readonly authorName: string;
	readonly codedAt: Date;
	readonly changedAt: Date;
	/** whether words from this passage may be quoted */
	readonly quotesAllowed: boolean;
};

/** Which notes a reader asks for; what is left out does not narrow. */
export type NoteFilter = {
	readonly sourceId?: string | undefined;
	readonly codeId?: string | undefined;
	/** also the codes below `codeId` */
	readonly includeDescendants?: boolean | undefined;
	readonly codingId?: string | undefined;
	readonly authorId?: string | undefined;
	readonly q?: string | undefined;
};

/** The place of a note in a list, newest first. */
export type NoteKey = readonly [codedAt: string, codingId: string];

// To the millisecond, as cursors and JavaScript know it.
const moment = sql`date_trunc('milliseconds', codings.coded_at)`;

const author = sql`coalesce(codings.memo_writers[cardinality(codings.memo_writers)], codings.coder_id)`;

const fromNotes = sql`from codings join sources on sources.id = codings.source_id
	join codes on codes.id = codings.code_id and codes.deleted_at is null
	join users as authors on authors.id = ${author}`;

/** Notes of codings that this person may read. */
const isReadable = (projectId: ProjectId, access: Access) =>
	sql`codings.project_id = ${projectId} and codings.memo <> '' and ${isThere(projectId, access)}
		and ${isSeenOneByOne(access)}`;

const narrows = ({ sourceId, codeId, includeDescendants, codingId, authorId, q = '' }: NoteFilter) => [
	...(sourceId === undefined ? [] : [sql`codings.source_id = ${sourceId}`]),
	...(codeId === undefined ? [] : [hasCode(codeId, includeDescendants)]),
	...(codingId === undefined ? [] : [sql`codings.id = ${codingId}`]),
	...(authorId === undefined ? [] : [sql`${author} = ${authorId}`]),
	...(q.trim() === '' ? [] : [holds(sql`codings.memo`, q)])
];

/** `limit` notes of codings that a person may read, newest first, from a place on; the rule is that of the codings. */
export const listCodingNotes = async (
	db: Db,
	projectId: ProjectId,
	access: Access,
	filter: NoteFilter,
	after: NoteKey | null,
	limit: number
): Promise<readonly CodingNote[]> => {
	const conditions = [
		isReadable(projectId, access),
		...narrows(filter),
		...(after === null ? [] : [sql`(${moment}, codings.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`])
	];
	const { rows } = await sql<
		Omit<CodingNote, 'reference'> & { readonly title: string; readonly year: number }
	>`select codings.id as "codingId", codings.memo as note, codings.quote, sources.id as "sourceId", sources.title,
			waves.year, codes.id as "codeId", ${pathOfCode} as "codePath", authors.id as "authorId",
			authors.name as "authorName", codings.coded_at as "codedAt", codings.changed_at as "changedAt",
			${mayQuoteCoding} as "quotesAllowed",
			(select ordinal from turns where turns.source_id = sources.id and turns.version = codings.version
				and turns.start_position <= codings.start_position order by turns.ordinal desc limit 1) as turn
		${fromNotes} join waves on waves.id = sources.wave_id
		where ${sql.join(conditions, sql` and `)}
		order by ${moment} desc, codings.id desc limit ${limit}`.execute(db);
	return rows.map(({ title, year, ...note }) => ({ ...note, reference: referenceOf(title, year, note.turn ?? 1) }));
};

/** What notes can be narrowed by: the interviews, codes and writers of those that this person may read. */
export type NoteChoices = {
	/** by title */
	readonly sources: readonly { readonly id: string; readonly title: string }[];
	readonly codeIds: ReadonlySet<string>;
	/** by name */
	readonly authors: readonly { readonly id: string; readonly name: string }[];
};

/** The interviews, codes and writers of the notes that a person may read. */
export const listNoteChoices = async (db: Db, projectId: ProjectId, access: Access): Promise<NoteChoices> => {
	const { rows } = await sql<{
		readonly kind: 'source' | 'code' | 'author';
		readonly id: string;
		readonly name: string;
	}>`with notes as materialized (
			select sources.id as source, sources.title, codes.id as code, authors.id as author, authors.name as writer
			${fromNotes} where ${isReadable(projectId, access)})
		select 'source' as kind, source as id, title as name from notes
		union select 'code', code, '' from notes
		union select 'author', author, writer from notes
		order by kind, name, id`.execute(db);
	const of = (asked: string) => rows.filter(({ kind }) => kind === asked);
	return {
		sources: of('source').map(({ id, name }) => ({ id, title: name })),
		codeIds: new Set(of('code').map(({ id }) => id)),
		authors: of('author').map(({ id, name }) => ({ id, name }))
	};
};
