import { sql, type RawBuilder } from 'kysely';
import type { Access } from '../../domain/project/membership.ts';
import type { CodeId, ProjectId } from '../../domain/project/ids.ts';
import type { Cooccurrence } from '../../query/cooccurrence.ts';
import type { Count } from '../../query/count.ts';
import { uniteAlongTree } from '../../query/frequency.ts';
import type { Db } from './database.ts';
import { keepPlan } from './prepare.ts';
import { isAskable } from './seen-codings.ts';

/** Where the columns of a crosstab come from. */
export type CrosstabColumn = 'area' | 'wave' | 'group' | 'valence' | 'coder';

/** A code in one column of a crosstab. */
export type CrosstabCell = Count & { readonly codeId: CodeId; readonly column: string };

type Sql = RawBuilder<unknown>;

const interviews = sql`count(distinct sources.id) filter (where sources.kind = 'transcript')::int`;

/**
 * The counts of every code together with all codes below it, from the counters; no coding is read. The database tells
 * in which interviews each code stands, by number; uniting those along the tree is many times slower there than here.
 */
export const countWithDescendants = async (
	db: Db,
	projectId: ProjectId,
	access: Access
): Promise<ReadonlyMap<CodeId, Count>> => {
	const { rows } = await sql<{
		code_id: CodeId;
		ancestor_ids: string;
		codings: number;
		interviews: string | null;
	}>`${keepPlan}
		with numbered as (
			select sources.id, case when sources.kind = 'transcript' then row_number() over () end as number
			from sources where ${isAskable(projectId, access)}),
		own as (
			select coding_counts.code_id, sum(coding_counts.codings)::int as codings,
				array_to_string(array_agg(numbered.number), ',') as interviews
			from numbered join coding_counts on coding_counts.source_id = numbered.id and coding_counts.codings > 0
			group by coding_counts.code_id)
		select own.code_id, own.codings, own.interviews,
			(select string_agg(ancestor_id::text, ',') from code_ancestors where code_ancestors.code_id = own.code_id)
				as ancestor_ids
		from own join codes on codes.id = own.code_id and codes.deleted_at is null`.execute(db);
	return uniteAlongTree(
		rows.map(({ ancestor_ids, codings, interviews }) => ({
			ancestorIds: ancestor_ids.split(','),
			codings,
			interviews: interviews ? interviews.split(',').map(Number) : []
		}))
	);
};

/** Codes against area, round, group, valence or coder; columns are told by id or key. */
export const crosstab = async (
	db: Db,
	projectId: ProjectId,
	access: Access,
	column: CrosstabColumn
): Promise<readonly CrosstabCell[]> => {
	const { rows } = await tableOf(projectId, access, column).execute(db);
	return rows.map(({ code_id, column, codings, interviews }) => ({ codeId: code_id, column, codings, interviews }));
};

/**
 * Pairs of codes whose codings overlap, from a place on, the most frequent first. Each coding looks only at those that
 * begin within it, or at the same place: so every pair of codings is met once, by the index on where codings begin.
 */
export const listCooccurrences = async (
	db: Db,
	projectId: ProjectId,
	access: Access,
	codeId: CodeId | null,
	after: readonly [codings: number, first: string, second: string] | null,
	limit: number
): Promise<readonly Cooccurrence[]> => {
	const [number, first, second] = after ?? [0, null, null];
	const rest =
		after === null
			? sql``
			: sql`where codings < ${number}::int
				or (codings = ${number}::int and (first, second) > (${first}::uuid, ${second}::uuid))`;
	const { rows } = await sql<Count & { first: CodeId; second: CodeId }>`select first, second, codings, interviews from (
			select least(one.code_id, other.code_id) as first, greatest(one.code_id, other.code_id) as second,
				count(*)::int as codings, ${interviews} as interviews
			from sources join codings as one on one.source_id = sources.id and one.deleted_at is null and one.layer = 'shared'
				join codings as other on other.source_id = one.source_id and other.code_id <> one.code_id
					and other.deleted_at is null and other.layer = 'shared'
					and (other.start_position, other.id) > (one.start_position, one.id)
					and other.start_position < one.end_position
				join codes as its on its.id = one.code_id and its.deleted_at is null
				join codes as theirs on theirs.id = other.code_id and theirs.deleted_at is null
			where ${isAskable(projectId, access)}
				${codeId === null ? sql`` : sql`and ${codeId} in (one.code_id, other.code_id)`}
			group by least(one.code_id, other.code_id), greatest(one.code_id, other.code_id)
		) as pairs ${rest} order by codings desc, first, second limit ${limit}`.execute(db);
	return rows.map(({ first, second, codings, interviews }) => ({ codeIds: [first, second], codings, interviews }));
};

type CellRow = Count & { readonly code_id: CodeId; readonly column: string };

const tableOf = (projectId: ProjectId, access: Access, column: CrosstabColumn): RawBuilder<CellRow> => {
	switch (column) {
		case 'area':
			return fromCounters(projectId, access, sql`sources.area_id`);
		case 'wave':
			return fromCounters(projectId, access, sql`sources.wave_id`);
		case 'group':
			return fromCounters(projectId, access, sql`sources."group"`);
		case 'coder':
			return fromCodings(projectId, access, sql`select code_id, source_id, coder_id::text as "column" ${codings}`);
		case 'valence':
			return fromCodings(
				projectId,
				access,
				sql`select code_id, source_id, change as "column" ${codings} and change is not null
					union all select code_id, source_id, level as "column" ${codings} and level is not null`
			);
		default:
			return column satisfies never;
	}
};

/** A column that belongs to the source: a counter stands for one code in one source, so none has to be told apart. */
const fromCounters = (projectId: ProjectId, access: Access, column: Sql): RawBuilder<CellRow> => sql`${keepPlan}
	select coding_counts.code_id, ${column}::text as "column", sum(coding_counts.codings)::int as codings,
		count(*) filter (where sources.kind = 'transcript')::int as interviews
	from sources join coding_counts on coding_counts.source_id = sources.id and coding_counts.codings > 0
		join codes on codes.id = coding_counts.code_id and codes.deleted_at is null
	where ${isAskable(projectId, access)} and ${column} is not null group by coding_counts.code_id, ${column}`;

const fromCodings = (projectId: ProjectId, access: Access, cells: Sql): RawBuilder<CellRow> => sql`
	select code_id, "column", count(*)::int as codings, ${interviews} as interviews
	from (${cells}) as cells join sources on sources.id = cells.source_id
		join codes on codes.id = cells.code_id and codes.deleted_at is null
	where ${isAskable(projectId, access)} group by code_id, "column"`;

const codings = sql`from codings where deleted_at is null and layer = 'shared'`;
