import { sql, type RawBuilder } from 'kysely';
import type { Access } from '../../domain/project/membership.ts';
import type { CodeId, ProjectId } from '../../domain/project/ids.ts';
import type { Cooccurrence } from '../../query/cooccurrence.ts';
import type { Count } from '../../query/count.ts';
import type { Db } from './database.ts';
import { isAskable } from './quotes.ts';

/** Where the columns of a crosstab come from. */
export type CrosstabColumn = 'area' | 'wave' | 'group' | 'valence' | 'coder';

/** A code in one column of a crosstab. */
export type CrosstabCell = Count & { readonly codeId: CodeId; readonly column: string };

const interviews = sql`count(distinct sources.id) filter (where sources.kind = 'transcript')::int`;

/** The counts of every code together with all codes below it, from the counters; no coding is read. */
export const countWithDescendants = async (
	db: Db,
	projectId: ProjectId,
	access: Access
): Promise<ReadonlyMap<CodeId, Count>> => {
	const { rows } = await sql<Count & { code_id: CodeId }>`
		select code_ancestors.ancestor_id as code_id, sum(coding_counts.codings)::int as codings, ${interviews} as interviews
		from sources join coding_counts on coding_counts.source_id = sources.id and coding_counts.codings > 0
			join codes on codes.id = coding_counts.code_id and codes.deleted_at is null
			join code_ancestors on code_ancestors.code_id = coding_counts.code_id
		where ${isAskable(projectId, access)} group by code_ancestors.ancestor_id`.execute(db);
	return new Map(
		rows.map(({ code_id, ...count }) => [code_id, { codings: count.codings, interviews: count.interviews }])
	);
};

/** Codes against area, round, group, valence or coder; columns are told by id or key. */
export const crosstab = async (
	db: Db,
	projectId: ProjectId,
	access: Access,
	column: CrosstabColumn
): Promise<readonly CrosstabCell[]> => {
	const { rows } = await sql<Count & { code_id: CodeId; column: string }>`
		select code_id, "column", sum(codings)::int as codings, ${interviews} as interviews
		from (${cellsOf(column)}) as cells join sources on sources.id = cells.source_id
			join codes on codes.id = cells.code_id and codes.deleted_at is null
		where ${isAskable(projectId, access)} group by code_id, "column"`.execute(db);
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

const cellsOf = (column: CrosstabColumn): RawBuilder<unknown> => {
	switch (column) {
		case 'area':
			return ofSource(sql`area_id::text`);
		case 'wave':
			return ofSource(sql`wave_id::text`);
		case 'group':
			return ofSource(sql`"group"`);
		case 'coder':
			return sql`select code_id, source_id, coder_id::text as "column", 1 as codings ${codings}`;
		case 'valence':
			return sql`select code_id, source_id, change as "column", 1 as codings ${codings} and change is not null
				union all select code_id, source_id, level as "column", 1 as codings ${codings} and level is not null`;
		default:
			return column satisfies never;
	}
};

const ofSource = (value: RawBuilder<unknown>) => sql`select code_id, source_id, ${value} as "column", codings
	from coding_counts join sources on sources.id = source_id where codings > 0`;
const codings = sql`from codings where deleted_at is null and layer = 'shared'`;
