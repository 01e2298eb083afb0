import { sql, type RawBuilder } from 'kysely';
import type { CodeId, CodingId, ProjectId, SourceId, UserId } from '../../domain/project/ids.ts';
import type { Access } from '../../domain/project/membership.ts';
import type { Layer } from '../../domain/coding/coding.ts';
import type { Db } from './database.ts';
import { isSeenInLists, isSeenOneByOne } from './seen-codings.ts';
import { mayOnSource } from './visible-sources.ts';

/** What a list says of a coding that a corrected text hit. */
type Carried = {
	readonly id: CodingId;
	readonly sourceId: SourceId;
	readonly title: string;
	/** the newest version of its text */
	readonly version: number;
	readonly codeId: CodeId;
	readonly codeName: string;
	readonly isCodeGone: boolean;
	readonly coderId: UserId;
	readonly coderName: string;
	readonly layer: Layer;
	readonly areaPath: readonly string[];
	readonly madeIn: number;
	/** the words it was made on; null: they stand in a version that is closed to this reader */
	readonly was: string | null;
};

export type Orphan = Carried & {
	readonly orphanedIn: number;
	readonly at: number;
	/** the words it had last, which are kept with it; null: those are closed to this reader too */
	readonly lastWords: string | null;
};
export type ChangedCoding = Carried & {
	readonly start: number;
	readonly end: number;
	readonly quote: string;
	readonly changedIn: number;
};

/** The place of such a coding in its list. */
export type CarriedKey = readonly [sourceId: string, place: number, codingId: string];

type Narrowed = { readonly sourceId: SourceId | null; readonly after: CarriedKey | null; readonly limit: number };

type Row = {
	id: string;
	source_id: string;
	title: string;
	version: number;
	code_id: string;
	code_name: string;
	is_code_gone: boolean;
	coder_id: string;
	coder_name: string;
	layer: Layer;
	area_path: string[];
	made_in: number;
	was: string | null;
	last_words: string | null;
	start_position: number;
	end_position: number;
	quote: string;
	changed_in: number | null;
	orphaned_in: number | null;
	orphaned_at: number | null;
};

/** Orphans were not removed by anybody: those have the id of their removal. */
const isOrphan = sql`codings.orphaned_in is not null and codings.deletion_id is null`;

/** Orphans on sources whose codings this person may read, by source and place. */
export const listOrphans = async (
	db: Db,
	projectId: ProjectId,
	access: Access,
	narrowed: Narrowed
): Promise<readonly Orphan[]> => {
	const rows = await listCarried(db, projectId, access, narrowed, isOrphan, sql`codings.orphaned_at`);
	return rows.map((row) => ({
		...toCarried(row),
		orphanedIn: row.orphaned_in ?? 0,
		at: row.orphaned_at ?? 0,
		lastWords: row.last_words
	}));
};

/** Changed codings that nobody has looked at, on sources whose codings this person may read, in reading order. */
export const listChangedCodings = async (
	db: Db,
	projectId: ProjectId,
	access: Access,
	narrowed: Narrowed
): Promise<readonly ChangedCoding[]> => {
	const isChanged = sql`codings.changed_in is not null and codings.deleted_at is null and codes.deleted_at is null`;
	const rows = await listCarried(db, projectId, access, narrowed, isChanged, sql`codings.start_position`);
	return rows.map((row) => ({
		...toCarried(row),
		start: row.start_position,
		end: row.end_position,
		quote: row.quote,
		changedIn: row.changed_in ?? 0
	}));
};

const listCarried = async (
	db: Db,
	projectId: ProjectId,
	access: Access,
	{ sourceId, after, limit }: Narrowed,
	isIn: RawBuilder<unknown>,
	place: RawBuilder<unknown>
): Promise<readonly Row[]> => {
	const conditions = [
		sql`sources.project_id = ${projectId} and sources.deleted_at is null and ${mayOnSource(access, 'coding.read')}`,
		isIn,
		sourceId === null ? isSeenInLists(access) : isSeenOneByOne(access),
		...(sourceId === null ? [] : [sql`codings.source_id = ${sourceId}`]),
		...(after === null
			? []
			: [sql`(codings.source_id, ${place}, codings.id) > (${after[0]}::uuid, ${after[1]}::int, ${after[2]}::uuid)`])
	];
	const { rows } = await sql<Row>`select codings.id, codings.source_id, sources.title, sources.version, codings.code_id,
			codes.name as code_name, codes.deleted_at is not null as is_code_gone, codings.coder_id,
			users.name as coder_name, codings.layer, codings.start_position, codings.end_position, codings.quote,
			codings.changed_in, codings.orphaned_in, codings.orphaned_at, ${areaPath} as area_path,
			coalesce(codings.made_in, codings.version) as made_in,
			case when coalesce(codings.made_in, codings.version) >= ${firstOpen(access)} then
				case when codings.made_in is null then codings.quote else (
					select substr(v.text, codings.made_start + 1, codings.made_end - codings.made_start)
					from source_versions v where v.source_id = codings.source_id and v.version = codings.made_in) end
			end as was,
			case when codings.version >= ${firstOpenWords(access)} then codings.quote end as last_words
		from codings join sources on sources.id = codings.source_id join codes on codes.id = codings.code_id
			join users on users.id = codings.coder_id
		where ${sql.join(conditions, sql` and `)}
		order by codings.source_id, ${place}, codings.id limit ${limit}`.execute(db);
	return rows;
};

/** The oldest version of a text that this person may read: `firstReadable` as SQL. */
const firstOpen = (access: Access) => sql`greatest(${firstOpenWords(access)},
	(select max(v.version) + 1 from source_versions v where v.source_id = sources.id and v.sealed_at is not null))`;

/**
 * The same for words that are kept with a coding. Sealing does not count: whoever seals a text takes its names out of those
 * words too.
 */
const firstOpenWords = (access: Access) => sql`case when ${mayOnSource(access, 'source.prepare')} then 1 else coalesce((
	select max(v.version) from source_versions v where v.source_id = sources.id and v.closes_before), 1) end`;

const areaPath = sql`(with recursive outer_areas as (
		select id, parent_id, 1 as step from areas where id = sources.area_id
		union all select areas.id, areas.parent_id, step + 1
			from areas join outer_areas on areas.id = outer_areas.parent_id where step < 20
	) select array_agg(id::text order by step) from outer_areas)`;

const toCarried = (row: Row): Carried => ({
	id: row.id,
	sourceId: row.source_id,
	title: row.title,
	version: row.version,
	codeId: row.code_id,
	codeName: row.code_name,
	isCodeGone: row.is_code_gone,
	coderId: row.coder_id,
	coderName: row.coder_name,
	layer: row.layer,
	areaPath: row.area_path,
	madeIn: row.made_in,
	was: row.was
});

/** What waits on one source, in a layer: how many orphans, and which codings changed. */
export const findCarriedOfDesk = async (
	db: Db,
	sourceId: SourceId,
	layer: Layer,
	coderId: UserId | null
): Promise<{ readonly orphans: number; readonly changed: readonly CodingId[] }> => {
	const { rows } = await sql<{ orphans: number; changed: string[] | null }>`select
			(count(*) filter (where ${isOrphan}))::int as orphans,
			array_agg(codings.id::text) filter (where codings.changed_in is not null and codings.deleted_at is null) as changed
		from codings where source_id = ${sourceId} and (orphaned_in is not null or changed_in is not null)
			and layer = ${layer} and (${coderId}::uuid is null or coder_id = ${coderId}::uuid)`.execute(db);
	return { orphans: rows[0]?.orphans ?? 0, changed: rows[0]?.changed ?? [] };
};
