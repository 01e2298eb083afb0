import { sql, type RawBuilder } from 'kysely';
import type { Access } from '../../domain/project/membership.ts';
import type { CodeId, ProjectId } from '../../domain/project/ids.ts';
import type { Count } from '../../query/count.ts';
import type { Db } from './database.ts';
import { mayOnSource } from './visible-sources.ts';

/** Where the columns of a crosstab come from. */
export type CrosstabColumn = 'area' | 'wave' | 'group' | 'valence' | 'coder';

/** A code in one column of a crosstab. */
export type CrosstabCell = Count & { readonly codeId: CodeId; readonly column: string };

const visible = (projectId: ProjectId, access: Access) => sql`sources.project_id = ${projectId}
	and sources.deleted_at is null and sources.status = 'released' and ${mayOnSource(access, 'coding.read')}`;
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
		where ${visible(projectId, access)} group by code_ancestors.ancestor_id`.execute(db);
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
		where ${visible(projectId, access)} group by code_id, "column"`.execute(db);
	return rows.map(({ code_id, column, codings, interviews }) => ({ codeId: code_id, column, codings, interviews }));
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
