import { sql, type RawBuilder } from 'kysely';
import type { Change, Level } from '../../domain/coding/valence.ts';
import type { Access } from '../../domain/project/membership.ts';
import type { ProjectId, SourceId, SpeakerId } from '../../domain/project/ids.ts';
import type { Group } from '../../domain/source/source.ts';
import type { Count } from '../../query/count.ts';
import type { Condition, Query } from '../../query/query.ts';
import type { Db } from './database.ts';
import { onCoding, onUnit } from './query-to-sql.ts';
import { isAfter, readQuotes, type AskedQuotes, type Quote, type QuoteKey } from './quotes.ts';
import { isAskable } from './seen-codings.ts';

type Sql = RawBuilder<unknown>;

/** How much a question finds: codings, turns or sources, and what of the team's coding lies in them. */
export type FoundCount = Count & { readonly found: number };

/** A source that was found, with its place in the frame. */
export type FoundSource = {
	readonly id: SourceId;
	readonly title: string;
	readonly areaId: string;
	readonly areaName: string;
	readonly waveId: string;
	readonly waveYear: number;
	readonly studyId: string | null;
	readonly group: Group | null;
	readonly conductedOn: string | null;
	readonly quotesAllowed: boolean;
	readonly version: number;
	/** length of the text in code points */
	readonly characters: number;
};

/** A turn that was found, with its words. */
export type FoundTurn = {
	readonly ordinal: number;
	readonly start: number;
	readonly end: number;
	readonly speakerId: SpeakerId | null;
	readonly quote: string;
	readonly source: FoundSource;
};

/** What one interview says in the codings that were found: each direction that it names, once. */
export type InterviewVoices = {
	readonly sourceId: SourceId;
	readonly title: string;
	readonly areaId: string;
	readonly group: Group;
	readonly change: readonly Change[];
	readonly level: readonly Level[];
};

/** The codings that a condition asks for and this person may read, from a place on, in reading order. */
export const listQueried = (
	db: Db,
	projectId: ProjectId,
	access: Access,
	where: Condition,
	after: QuoteKey | null,
	limit: number
): Promise<readonly Quote[]> => {
	const order = sql`codings.source_id, codings.start_position, codings.id`;
	const rest = after === null ? sql`` : sql`and ${isAfter(after)}`;
	return readQuotes(
		db,
		sql`select ${order}, codings.code_id from ${codingsWhere(projectId, access, onCoding(projectId, where))} ${rest}
			order by ${order} limit ${limit}`
	);
};

/** The same codings, as `readPacked` asks for them. */
export const quotesQueried = (projectId: ProjectId, access: Access, where: Condition): AskedQuotes => ({
	projectId,
	sources: isAskable(projectId, access),
	codes: null,
	codings: isQueried(projectId, access, onCoding(projectId, where)),
	areShared: true
});

/** The turns that a condition asks for, from a place on: by source, then as one reads. */
export const listTurnsQueried = async (
	db: Db,
	projectId: ProjectId,
	access: Access,
	where: Condition,
	after: readonly [sourceId: string, ordinal: number] | null,
	limit: number
): Promise<readonly FoundTurn[]> => {
	const rest =
		after === null ? sql`` : sql`and (turns.source_id, turns.ordinal) > (${after[0]}::uuid, ${after[1]}::int)`;
	const { rows } = await sql<SourceRow & TurnRow>`select turns.ordinal, turns.start_position, turns.end_position,
			turns.speaker_id, ${sourceColumns},
			substr(source_versions.text, turns.start_position + 1, turns.end_position - turns.start_position) as quote
		from (select turns.* from ${turnsWhere(projectId, access, where)} ${rest}
				order by turns.source_id, turns.ordinal limit ${limit}) as turns
			join sources on sources.id = turns.source_id ${placed}
			join source_versions on source_versions.source_id = turns.source_id
				and source_versions.version = turns.version
		order by turns.source_id, turns.ordinal`.execute(db);
	return rows.map((row) => ({
		ordinal: row.ordinal,
		start: row.start_position,
		end: row.end_position,
		speakerId: row.speaker_id,
		quote: row.quote,
		source: toSource(row)
	}));
};

/** The sources that a condition asks for, from an id on. */
export const listSourcesQueried = async (
	db: Db,
	projectId: ProjectId,
	access: Access,
	where: Condition,
	after: readonly [sourceId: string] | null,
	limit: number
): Promise<readonly FoundSource[]> => {
	const rest = after === null ? sql`` : sql`and sources.id > ${after[0]}::uuid`;
	const { rows } = await sql<SourceRow>`select ${sourceColumns}
		from (select sources.* from ${sourcesWhere(projectId, access, where)} ${rest} order by sources.id limit ${limit})
			as sources ${placed} order by sources.id`.execute(db);
	return rows.map(toSource);
};

/** How much a question finds. */
export const countQueried = async (
	db: Db,
	projectId: ProjectId,
	access: Access,
	{ where, unit }: Query
): Promise<FoundCount> => {
	const { rows } = await countOf[unit](projectId, access, where).execute(db);
	return rows[0] ?? { found: 0, codings: 0, interviews: 0 };
};

/** The interviews in which the codings that a condition asks for stand, and the directions that these name. */
export const listVoicesQueried = async (
	db: Db,
	projectId: ProjectId,
	access: Access,
	where: Condition
): Promise<readonly InterviewVoices[]> => {
	const { rows } = await sql<VoicesRow>`select sources.id, sources.title, sources.area_id, sources."group",
			array_remove(array_agg(distinct codings.change), null) as change,
			array_remove(array_agg(distinct codings.level), null) as level
		from ${codingsWhere(projectId, access, onCoding(projectId, where))} and sources.kind = 'transcript'
		group by sources.id order by sources.title collate "C", sources.id`.execute(db);
	return rows.map(({ id, title, area_id, group, change, level }) => ({
		sourceId: id,
		title,
		areaId: area_id,
		group,
		change,
		level
	}));
};

type Counting = (projectId: ProjectId, access: Access, where: Condition) => RawBuilder<FoundCount>;

const interviews = sql`count(distinct sources.id) filter (where sources.kind = 'transcript')::int`;

const countOf: Readonly<Record<Query['unit'], Counting>> = {
	coding: (projectId, access, where) => sql`select count(*)::int as found, count(*)::int as codings,
		${interviews} as interviews from ${codingsWhere(projectId, access, onCoding(projectId, where))}`,
	turn: (projectId, access, where) => sql`with found as materialized (
			select turns.source_id, turns.start_position, turns.end_position from ${turnsWhere(projectId, access, where)})
		select (select count(*)::int from found) as found,
			(select count(*)::int from ${codingsWhere(
				projectId,
				access,
				sql`exists (select from found where found.source_id = codings.source_id
					and found.start_position < codings.end_position and found.end_position > codings.start_position)`
			)}) as codings,
			(select ${interviews} from sources where sources.id in (select source_id from found)) as interviews`,
	source: (projectId, access, where) => sql`with found as materialized (
			select sources.id from ${sourcesWhere(projectId, access, where)})
		select (select count(*)::int from found) as found,
			(select count(*)::int from ${codingsWhere(projectId, access, sql`sources.id in (select id from found)`)}) as codings,
			(select ${interviews} from sources where sources.id in (select id from found)) as interviews`
};

/** The team's codings in released sources that this person may read, and fit. */
const codingsWhere = (projectId: ProjectId, access: Access, fits: Sql) => sql`sources
	join codings on codings.source_id = sources.id
	join codes on codes.id = codings.code_id and codes.deleted_at is null
	where ${isQueried(projectId, access, fits)}`;

const isQueried = (projectId: ProjectId, access: Access, fits: Sql) =>
	sql`${isAskable(projectId, access)} and codings.deleted_at is null and codings.layer = 'shared' and ${fits}`;

const sourcesWhere = (projectId: ProjectId, access: Access, where: Condition) => {
	const holds = (fits: Sql) =>
		sql`sources.id in (select codings.source_id from ${codingsWhere(projectId, access, fits)})`;
	return sql`sources where ${isAskable(projectId, access)} and ${onUnit(projectId, where, holds)}`;
};

const turnsWhere = (projectId: ProjectId, access: Access, where: Condition) => {
	const holds = (fits: Sql) => sql`(turns.source_id, turns.ordinal) in (
		select inside.source_id, inside.ordinal
		from (select codings.* from ${codingsWhere(projectId, access, fits)}) as fitting
			join turns as inside on inside.source_id = fitting.source_id and inside.version = fitting.version
				and inside.start_position < fitting.end_position and inside.end_position > fitting.start_position)`;
	return sql`sources join turns on turns.source_id = sources.id and turns.version = sources.version
		where ${isAskable(projectId, access)} and ${onUnit(projectId, where, holds)}`;
};

const sourceColumns = sql`sources.id, sources.title, sources.area_id, areas.name as area_name, sources.wave_id,
	waves.year as wave_year, sources.study_id, sources."group", sources.conducted_on, sources.quotes_allowed,
	sources.version, sources.characters`;
const placed = sql`join areas on areas.id = sources.area_id join waves on waves.id = sources.wave_id`;

type VoicesRow = { id: string; title: string; area_id: string; group: Group; change: Change[]; level: Level[] };

type TurnRow = {
	ordinal: number;
	start_position: number;
	end_position: number;
	speaker_id: SpeakerId | null;
	quote: string;
};

type SourceRow = {
	id: string;
	title: string;
	area_id: string;
	area_name: string;
	wave_id: string;
	wave_year: number;
	study_id: string | null;
	group: Group | null;
	conducted_on: string | null;
	quotes_allowed: boolean;
	version: number;
	characters: number;
};

const toSource = (row: SourceRow): FoundSource => ({
	id: row.id,
	title: row.title,
	areaId: row.area_id,
	areaName: row.area_name,
	waveId: row.wave_id,
	waveYear: row.wave_year,
	studyId: row.study_id,
	group: row.group,
	conductedOn: row.conducted_on,
	quotesAllowed: row.quotes_allowed,
	version: row.version,
	characters: row.characters
});
