import { sql, type RawBuilder } from 'kysely';
import type { Coding, DecidedAt } from '../../domain/coding/coding.ts';
import type { Change, Level, Valence } from '../../domain/coding/valence.ts';
import type { Access } from '../../domain/project/membership.ts';
import type { CodingId, ProjectId } from '../../domain/project/ids.ts';
import type { Group } from '../../domain/source/source.ts';
import type { Db } from './database.ts';
import { keepPlan } from './prepare.ts';
import { holds } from './holding.ts';
import { mayQuoteCoding } from './quote-consent.ts';
import { isReadable, isSeenInLists, isSeenOneByOne, isThere } from './seen-codings.ts';
import { areasWithin } from './visible-sources.ts';

/** Which quotes a reader asks for; what is left out does not narrow. */
export type QuoteFilter = {
	readonly sourceId?: string | undefined;
	readonly codeId?: string | undefined;
	readonly includeDescendants?: boolean | undefined;
	readonly coderId?: string | undefined;
	readonly areaId?: string | undefined;
	readonly waveId?: string | undefined;
	readonly group?: Group | undefined;
	readonly valence?: Valence | undefined;
	readonly pillarId?: string | undefined;
	readonly important?: boolean | undefined;
	readonly q?: string | undefined;
};

/** The place of a quote in the order of reading: by source, then by where it starts. */
export type QuoteKey = readonly [sourceId: string, start: number, codingId: string];

/** A coding with its words and its place in codebook and frame. */
export type Quote = Coding & {
	readonly quote: string;
	readonly changedAt: string;
	readonly codePath: string;
	readonly coderName: string;
	/** the turn the passage begins in, or the last one before it; null when it begins before the first turn */
	readonly turn: number | null;
	readonly title: string;
	readonly areaId: string;
	readonly areaName: string;
	readonly waveId: string;
	readonly waveYear: number;
	readonly studyId: string | null;
	readonly group: Group | null;
	readonly conductedOn: string | null;
	/** whether these words may be shown in reports and exports */
	readonly quotesAllowed: boolean;
};

/**
 * The quotes a person may read, from a place on, in reading order. With a code each of its codes (and those below it)
 * gives its first ones from the index, so that the answer takes as long in a large project as in a small one. Without
 * one, source after source gives its first ones until the page is full.
 */
export const listQuotes = async (
	db: Db,
	projectId: ProjectId,
	access: Access,
	filter: QuoteFilter,
	after: QuoteKey | null,
	limit: number
): Promise<readonly Quote[]> => {
	const conditions = conditionsOf(projectId, access, filter, after);
	const order = sql`codings.source_id, codings.start_position, codings.id`;
	const place = sql`${order}, codings.code_id`;
	const page = narrowsCodes(filter)
		? sql`${filter.codeId === undefined ? sql`` : keepPlan} select found.* from ${codesOf(projectId, filter)} as picked cross join lateral (
				select ${place} from codings join sources on sources.id = codings.source_id
				where codings.code_id = picked.id and ${conditions} order by ${order} limit ${limit}
			) as found (source_id, start_position, id, code_id) order by source_id, start_position, id limit ${limit}`
		: sql`select found.* from (select id from sources where ${sourcesOf(projectId, filter, after)}) as picked
			cross join lateral (
				select ${place} from codings join sources on sources.id = codings.source_id
				join codes on codes.id = codings.code_id and codes.deleted_at is null
				where codings.source_id = picked.id and ${conditions} order by ${order} limit ${limit}
			) as found (source_id, start_position, id, code_id) order by picked.id, start_position, found.id limit ${limit}`;
	return readQuotes(db, page);
};

/** The quotes that a filter finds for this person, as `readPacked` asks for them. */
export const quotesFound = (projectId: ProjectId, access: Access, filter: QuoteFilter): AskedQuotes => ({
	projectId,
	sources: sql`${isReadable(projectId, access)} and ${sql.join([sql`true`, ...onSources(filter)], sql` and `)}`,
	codes: narrowsCodes(filter) ? codesOf(projectId, filter) : null,
	codings: conditionsOf(projectId, access, filter, null),
	areShared: filter.sourceId === undefined
});

/** Which quotes are asked for, as conditions on `sources` and `codings`. */
export type AskedQuotes = {
	readonly projectId: ProjectId;
	/** in which sources, as far as that follows from the source alone */
	readonly sources: RawBuilder<unknown>;
	/** a subquery of ids; null = all codes */
	readonly codes: RawBuilder<unknown> | null;
	/** all that is asked of a coding and its source */
	readonly codings: RawBuilder<unknown>;
	/** of the layer of the team alone, so that the counters tell where there are none */
	readonly areShared: boolean;
};

/** One quote, if this person may read it. */
export const findQuote = async (
	db: Db,
	projectId: ProjectId,
	access: Access,
	codingId: CodingId
): Promise<Quote | null> => {
	const page = sql`select codings.source_id, codings.start_position, codings.id, codings.code_id
		from codings join sources on sources.id = codings.source_id
		join codes on codes.id = codings.code_id and codes.deleted_at is null
		where codings.id = ${codingId} and ${isThere(projectId, access)} and ${isSeenOneByOne(access)}`;
	return (await readQuotes(db, page))[0] ?? null;
};

/** The sources from which on there can be quotes of this page. */
const sourcesOf = (
	projectId: ProjectId,
	{ sourceId }: QuoteFilter,
	after: QuoteKey | null
) => sql`project_id = ${projectId}
	${sourceId === undefined ? sql`` : sql`and id = ${sourceId}`} ${after === null ? sql`` : sql`and id >= ${after[0]}`}`;

const narrowsCodes = ({ codeId, pillarId }: QuoteFilter) => codeId !== undefined || pillarId !== undefined;

/** The codes a filter asks for, as a subquery of ids. */
const codesOf = (projectId: ProjectId, { codeId, includeDescendants, pillarId }: QuoteFilter): RawBuilder<unknown> => {
	const conditions = [
		sql`codes.project_id = ${projectId} and codes.deleted_at is null`,
		...(codeId === undefined
			? []
			: includeDescendants
				? [sql`codes.id in (select code_id from code_ancestors where ancestor_id = ${codeId})`]
				: [sql`codes.id = ${codeId}`]),
		...(pillarId === undefined ? [] : [sql`codes.id in ${codesServing(projectId, pillarId)}`])
	];
	return sql`(select codes.id from codes where ${sql.join(conditions, sql` and `)})`;
};

/**
 * `pillarsOf` in SQL, as a subquery of ids: the codes that serve a pillar, by the pillars of the nearest code, itself or
 * above, that has its own. Found for all codes at once.
 */
export const codesServing = (projectId: ProjectId, pillarId: string) => sql`(
	select nearest.code_id from (
		select distinct on (code_id) code_id, ancestor_id from (
			select line.code_id, line.ancestor_id, count(*) as depth
			from codes as owner join code_ancestors as line on line.ancestor_id = owner.id
				join code_ancestors as higher on higher.code_id = owner.id
			where owner.project_id = ${projectId} and owner.has_own_pillars group by line.code_id, line.ancestor_id
		) as owned order by code_id, depth desc
	) as nearest join code_pillars on code_pillars.code_id = nearest.ancestor_id
	where code_pillars.pillar_id = ${pillarId})`;

const conditionsOf = (
	projectId: ProjectId,
	access: Access,
	filter: QuoteFilter,
	after: QuoteKey | null
): RawBuilder<unknown> => {
	const { sourceId, coderId, valence, important, q } = filter;
	return sql.join(
		[
			isThere(projectId, access),
			sourceId === undefined ? isSeenInLists(access) : isSeenOneByOne(access),
			...(sourceId === undefined ? [] : [sql`codings.source_id = ${sourceId}`]),
			...(coderId === undefined ? [] : [sql`codings.coder_id = ${coderId}`]),
			...onSources(filter),
			...(valence === undefined ? [] : [hasValence(valence)]),
			...(important === undefined ? [] : [sql`codings.is_important = ${important}`]),
			...(q === undefined || q === '' ? [] : [holds(sql`codings.quote`, q)]),
			...(after === null ? [] : [isAfter(after)])
		],
		sql` and `
	);
};

/** What a filter asks of a source. */
const onSources = ({ sourceId, areaId, waveId, group }: QuoteFilter): readonly RawBuilder<unknown>[] => [
	...(sourceId === undefined ? [] : [sql`sources.id = ${sourceId}`]),
	...(areaId === undefined ? [] : [sql`sources.area_id in ${areasWithin([areaId])}`]),
	...(waveId === undefined ? [] : [sql`sources.wave_id = ${waveId}`]),
	...(group === undefined ? [] : [sql`sources."group" = ${group}`])
];

/** What comes after a place in the order of reading. */
export const isAfter = ([sourceId, start, id]: QuoteKey) =>
	sql`(codings.source_id, codings.start_position, codings.id) > (${sourceId}::uuid, ${start}::int, ${id}::uuid)`;

export const hasValence = (valence: Valence) =>
	valence === 'forward' || valence === 'backward' ? sql`codings.change = ${valence}` : sql`codings.level = ${valence}`;

type Row = {
	id: string;
	source_id: string;
	version: number;
	start_position: number;
	end_position: number;
	quote: string;
	code_id: string;
	coder_id: string;
	change: Change | null;
	level: Level | null;
	memo: string;
	is_important: boolean;
	layer: 'shared' | 'second';
	coded_at: Date;
	code_set_at: Date;
	decided_at: DecidedAt | null;
	changed_at: Date;
	code_path: string;
	coder_name: string;
	turn: number | null;
	title: string;
	area_id: string;
	area_name: string;
	wave_id: string;
	wave_year: number;
	study_id: string | null;
	group: Group | null;
	conducted_on: string | null;
	quotes_allowed: boolean;
};

const pathsOfPage = sql`select code_id, string_agg(name, ' › ' order by depth) as path from (
		select own.code_id, above.name, count(*) as depth
		from code_ancestors as own join code_ancestors as higher on higher.code_id = own.ancestor_id
			join codes as above on above.id = own.ancestor_id
		where own.code_id in (select code_id from page)
		group by own.code_id, above.id
	) as line group by code_id`;

/** Everything about the codings of a page (source_id, start_position, id, code_id), in its order; each path is made once. */
export const readQuotes = async (db: Db, page: RawBuilder<unknown>): Promise<readonly Quote[]> => {
	const { rows } = await sql<Row>`with page as materialized (${page}), paths as materialized (${pathsOfPage})
		select codings.id, codings.source_id, codings.version, codings.start_position, codings.end_position, codings.quote,
			codings.code_id, codings.coder_id, codings.change, codings.level, codings.memo, codings.is_important,
			codings.layer, codings.coded_at, coalesce(codings.code_set_at, codings.coded_at) as code_set_at,
			codings.decided_at, codings.changed_at, paths.path as code_path, users.name as coder_name,
			(select ordinal from turns where turns.source_id = codings.source_id and turns.version = codings.version
				and turns.start_position <= codings.start_position order by turns.start_position desc limit 1) as turn,
			sources.title, sources.area_id, areas.name as area_name, sources.wave_id, waves.year as wave_year,
			sources.study_id, sources."group", sources.conducted_on, ${mayQuoteCoding} as quotes_allowed
		from page join codings on codings.id = page.id
			join paths on paths.code_id = page.code_id
			join users on users.id = codings.coder_id
			join sources on sources.id = codings.source_id
			join areas on areas.id = sources.area_id
			join waves on waves.id = sources.wave_id
		order by codings.source_id, codings.start_position, codings.id`.execute(db);
	return rows.map(toQuote);
};

const toQuote = (row: Row): Quote => ({
	id: row.id,
	sourceId: row.source_id,
	version: row.version,
	range: { start: row.start_position, end: row.end_position },
	quote: row.quote,
	codeId: row.code_id,
	coderId: row.coder_id,
	valences: { change: row.change, level: row.level },
	memo: row.memo,
	isImportant: row.is_important,
	layer: row.layer,
	codedAt: row.coded_at.toISOString(),
	codeSetAt: row.code_set_at.toISOString(),
	...(row.decided_at && { decidedAt: row.decided_at }),
	changedAt: row.changed_at.toISOString(),
	codePath: row.code_path,
	coderName: row.coder_name,
	turn: row.turn,
	title: row.title,
	areaId: row.area_id,
	areaName: row.area_name,
	waveId: row.wave_id,
	waveYear: row.wave_year,
	studyId: row.study_id,
	group: row.group,
	conductedOn: row.conducted_on,
	quotesAllowed: row.quotes_allowed
});
