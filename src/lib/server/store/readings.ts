import { sql } from 'kysely';
import type { ProjectId, SourceId, UserId } from '../../domain/project/ids.ts';
import type { Access } from '../../domain/project/membership.ts';
import { joinSpans, type ReadTurns, type Span } from '../../domain/source/reading.ts';
import type { Db } from './database.ts';
import { mayOnSource } from './visible-sources.ts';

/** What somebody read of a source, and where he or she was. */
export type Reading = { readonly turns: ReadTurns; readonly lastTurn: number };

/** Turns to add to what a person read, and turns to take out again, over one version of a text. */
export type ReadingChange = {
	readonly version: number;
	readonly read: readonly Span[];
	readonly unread: readonly Span[];
	readonly lastTurn: number;
};

/**
 * Adds to what a person read; turns that the text does not have are left out. Answers false, and stores nothing, when the
 * text has another version by now.
 */
export const addReading = async (
	db: Db,
	sourceId: SourceId,
	userId: UserId,
	{ version, read, unread, lastTurn }: ReadingChange,
	at: Date
): Promise<boolean> => {
	const taken = toMultirange(unread);
	const { rows } = await sql<{
		version: number;
	}>`insert into readings (source_id, user_id, version, turns, last_turn, read_at)
		select sources.id, ${userId}::uuid, sources.version,
			(${toMultirange(read)}::int4multirange * there.turns) - ${taken}::int4multirange,
			least(${lastTurn}::int, greatest(there.n, 1)), ${at}::timestamptz
		from sources cross join lateral (select count(*)::int as n,
				int4multirange(int4range(1, greatest(count(*)::int, 0) + 1)) as turns
			from turns where turns.source_id = sources.id and turns.version = sources.version) as there
		where sources.id = ${sourceId} and sources.version = ${version}::int
		on conflict (source_id, user_id) do update set version = excluded.version, last_turn = excluded.last_turn,
			read_at = excluded.read_at, turns = (readings.turns + excluded.turns) - ${taken}::int4multirange
		returning version`.execute(db);
	return rows.length > 0;
};

/** What a person read of a source; nothing yet = no turns. */
export const findReading = async (db: Db, sourceId: SourceId, userId: UserId): Promise<Reading | null> => {
	const row = await db
		.selectFrom('readings')
		.select([sql<string>`turns::text`.as('turns'), 'last_turn'])
		.where('source_id', '=', sourceId)
		.where('user_id', '=', userId)
		.executeTakeFirst();
	return row ? { turns: toSpans(row.turns), lastTurn: row.last_turn } : null;
};

/** What everybody read of a source. */
export const listReadings = async (
	db: Db,
	sourceId: SourceId
): Promise<readonly (Reading & { readonly userId: UserId })[]> => {
	const rows = await db
		.selectFrom('readings')
		.select(['user_id', sql<string>`turns::text`.as('turns'), 'last_turn'])
		.where('source_id', '=', sourceId)
		.execute();
	return rows.map((row) => ({ userId: row.user_id, turns: toSpans(row.turns), lastTurn: row.last_turn }));
};

/** Stores what was read as it is over another cut or version of the text. */
export const storeReading = async (
	trx: Db,
	sourceId: SourceId,
	userId: UserId,
	version: number,
	{ turns, lastTurn }: Reading
): Promise<void> => {
	await sql`update readings set version = ${version}::int, turns = ${toMultirange(turns)}::int4multirange,
		last_turn = ${lastTurn}::int where source_id = ${sourceId} and user_id = ${userId}`.execute(trx);
};

/** Where a person read last. */
export type LastPlace = {
	readonly sourceId: SourceId;
	readonly title: string;
	readonly turn: number;
	readonly readAt: Date;
};

/** The interview a person read last, of those that he or she may code on now. */
export const findLastPlace = async (db: Db, projectId: ProjectId, access: Access): Promise<LastPlace | null> => {
	const row = await db
		.selectFrom('readings')
		.innerJoin('sources', 'sources.id', 'readings.source_id')
		.select(['sources.id', 'sources.title', 'readings.last_turn', 'readings.read_at'])
		.where('readings.user_id', '=', access.userId)
		.where('sources.project_id', '=', projectId)
		.where('sources.deleted_at', 'is', null)
		.where(mayOnSource(access, 'coding.read'))
		.orderBy('readings.read_at', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row ? { sourceId: row.id, title: row.title, turn: row.last_turn, readAt: row.read_at } : null;
};

/** Forgets what a person read in a project. */
export const deleteReadingsOf = async (trx: Db, projectId: ProjectId, userId: UserId): Promise<void> => {
	await sql`delete from readings using sources where sources.id = readings.source_id
		and sources.project_id = ${projectId} and readings.user_id = ${userId}`.execute(trx);
};

/** How many turns are in a multirange of the table `readings`. */
export const turnsRead = sql<number>`(select coalesce(sum(upper(span) - lower(span)), 0)::int
	from unnest(readings.turns) as span)`;

const toMultirange = (spans: Iterable<Span>): string =>
	`{${joinSpans(spans)
		.map(({ first, last }) => `[${first},${last + 1})`)
		.join(',')}}`;

const toSpans = (multirange: string): ReadTurns =>
	[...multirange.matchAll(/\[(\d+),(\d+)\)/g)].map(([, from, to]) => ({ first: Number(from), last: Number(to) - 1 }));
