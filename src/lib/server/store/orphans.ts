import { sql, type RawBuilder } from 'kysely';
import type { CodeId, CodingId, ProjectId, SourceId, UserId } from '../../domain/project/ids.ts';
import type { Access } from '../../domain/project/membership.ts';
import type { Anchor, Layer } from '../../domain/coding/coding.ts';
import type { StoredCoding } from './codings.ts';
import type { Db } from './database.ts';
import { isSeenInLists, isSeenOneByOne } from './quotes.ts';
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

/** Who made an orphan, and where; what decides about placing it. */
export type FoundOrphan = Pick<StoredCoding, 'id' | 'sourceId' | 'version' | 'codeId' | 'coderId' | 'layer'>;

/** An orphan, held until the transaction ends; with `deletionId` one that was dismissed in that step. */
export const findOrphan = async (
	trx: Db,
	projectId: ProjectId,
	codingId: CodingId,
	deletionId: string | null = null
): Promise<FoundOrphan | null> => {
	const row = await trx
		.selectFrom('codings')
		.select(['id', 'source_id', 'version', 'code_id', 'coder_id', 'layer'])
		.where('id', '=', codingId)
		.where('project_id', '=', projectId)
		.where('orphaned_in', 'is not', null)
		.where('deletion_id', deletionId === null ? 'is' : '=', deletionId)
		.forUpdate()
		.executeTakeFirst();
	if (!row) return null;
	const { id, source_id: sourceId, version, code_id: codeId, coder_id: coderId, layer } = row;
	return { id, sourceId, version, codeId, coderId, layer };
};

/** Gives an orphan a place in the present text: it is a coding as any other again. */
export const placeOrphan = async (
	trx: Db,
	{
		id,
		version,
		range,
		quote,
		prefix,
		suffix,
		codeId
	}: Pick<StoredCoding, 'id' | 'version' | 'range' | 'codeId' | keyof Anchor>,
	at: Date
): Promise<void> => {
	await trx
		.updateTable('codings')
		.set({
			...{ version, quote, prefix, suffix },
			start_position: range.start,
			end_position: range.end,
			code_id: codeId,
			...{ changed_in: null, orphaned_in: null, orphaned_at: null, deleted_at: null, changed_at: at },
			...{ made_in: null, made_start: null, made_end: null },
			placed_from: await placeNow(trx, id, at)
		})
		.where('id', '=', id)
		.execute();
};

/** Where a loose coding stood, in numbers: its words are in that version of the text, as long as that is not sealed. */
type PlacedFrom = {
	readonly version: number;
	readonly start: number;
	readonly end: number;
	readonly codeId: CodeId;
	readonly orphanedIn: number;
	readonly orphanedAt: number;
	readonly madeIn: number | null;
	readonly madeStart: number | null;
	readonly madeEnd: number | null;
	/** when it got its place */
	readonly placedAt: string;
};

const placeNow = async (trx: Db, codingId: CodingId, at: Date): Promise<string> => {
	const row = await trx.selectFrom('codings').selectAll().where('id', '=', codingId).executeTakeFirstOrThrow();
	const from: PlacedFrom = {
		...{ version: row.version, start: row.start_position, end: row.end_position, codeId: row.code_id },
		...{ orphanedIn: row.orphaned_in ?? row.version, orphanedAt: row.orphaned_at ?? 0 },
		...{ madeIn: row.made_in, madeStart: row.made_start, madeEnd: row.made_end },
		placedAt: at.toISOString()
	};
	return JSON.stringify(from);
};

/** A loose coding that was given a place, and that nobody changed since. */
export type PlacedOrphan = Omit<FoundOrphan, 'codeId'> & { readonly from: PlacedFrom };

/** Such a coding, held until the transaction ends. */
export const findPlacedOrphan = async (
	trx: Db,
	projectId: ProjectId,
	codingId: CodingId
): Promise<PlacedOrphan | null> => {
	const row = await trx
		.selectFrom('codings')
		.select(['id', 'source_id', 'version', 'coder_id', 'layer', 'changed_at', 'placed_from'])
		.where('id', '=', codingId)
		.where('project_id', '=', projectId)
		.where('deleted_at', 'is', null)
		.where('placed_from', 'is not', null)
		.forUpdate()
		.executeTakeFirst();
	if (!row) return null;
	// Written by `placeNow`.
	const from = row.placed_from as PlacedFrom;
	if (from.placedAt !== row.changed_at.toISOString()) return null;
	const { id, source_id: sourceId, version, coder_id: coderId, layer } = row;
	return { id, sourceId, version, coderId, layer, from };
};

/** Puts a coding that was given a place back on the list of loose ones, with its old words. */
export const unplaceOrphan = async (trx: Db, { id, from }: PlacedOrphan, anchor: Anchor, at: Date): Promise<void> => {
	await trx
		.updateTable('codings')
		.set({
			...{ version: from.version, start_position: from.start, end_position: from.end, code_id: from.codeId },
			...anchor,
			...{ orphaned_in: from.orphanedIn, orphaned_at: from.orphanedAt },
			...{ made_in: from.madeIn, made_start: from.madeStart, made_end: from.madeEnd },
			...{ deleted_at: at, changed_at: at, placed_from: null }
		})
		.where('id', '=', id)
		.execute();
};

/** Takes an orphan from the list (a step with an id of its own), or puts it back (null). */
export const dismissOrphan = async (trx: Db, codingId: CodingId, deletionId: string | null): Promise<void> => {
	await trx.updateTable('codings').set({ deletion_id: deletionId }).where('id', '=', codingId).execute();
};

/** Changed codings among these, with their source, for who looked at them; held until the transaction ends. */
export const findChanged = async (
	trx: Db,
	projectId: ProjectId,
	codingIds: readonly CodingId[]
): Promise<
	readonly {
		readonly id: CodingId;
		readonly sourceId: SourceId;
		readonly coderId: UserId;
		readonly layer: Layer;
		readonly isChanged: boolean;
		/** it was looked at, and its words did not change again since */
		readonly isReviewed: boolean;
	}[]
> => {
	const rows = await trx
		.selectFrom('codings')
		.select(['id', 'source_id', 'coder_id', 'layer', 'changed_in', 'reviewed_change'])
		.where('id', '=', sql<string>`any(${[...codingIds]}::uuid[])`)
		.where('project_id', '=', projectId)
		.where('deleted_at', 'is', null)
		.orderBy('id')
		.forUpdate()
		.execute();
	return rows.map((row) => ({
		id: row.id,
		sourceId: row.source_id,
		coderId: row.coder_id,
		layer: row.layer,
		isChanged: row.changed_in !== null,
		isReviewed: row.changed_in === null && row.reviewed_change !== null
	}));
};

/** Notes that somebody looked at changed codings. */
export const markReviewed = async (trx: Db, codingIds: readonly CodingId[]): Promise<void> => {
	await trx
		.updateTable('codings')
		.set((eb) => ({ reviewed_change: eb.ref('changed_in'), changed_in: null }))
		.where('id', '=', sql<string>`any(${[...codingIds]}::uuid[])`)
		.execute();
};

/** Takes back that somebody looked at codings: they wait to be looked at again. */
export const unmarkReviewed = async (trx: Db, codingIds: readonly CodingId[]): Promise<void> => {
	await trx
		.updateTable('codings')
		.set((eb) => ({ changed_in: eb.ref('reviewed_change'), reviewed_change: null }))
		.where('id', '=', sql<string>`any(${[...codingIds]}::uuid[])`)
		.execute();
};
