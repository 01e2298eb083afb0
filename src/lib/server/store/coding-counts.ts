import { sql } from 'kysely';
import type { Access } from '../../domain/project/membership.ts';
import type { ProjectId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';
import { isAskable } from './seen-codings.ts';

/** How often a code itself was applied, in released sources that a person may ask questions of. */
export type CodeCount = { readonly codings: number; readonly interviews: number };

/** The counts of all codes of a project that were applied, from the counters; no coding is read. */
export const countByCode = async (
	db: Db,
	projectId: ProjectId,
	access: Access
): Promise<ReadonlyMap<string, CodeCount>> => {
	const { rows } = await sql<{ code_id: string } & CodeCount>`
		select coding_counts.code_id, sum(coding_counts.codings)::int as codings,
			count(*) filter (where sources.kind = 'transcript')::int as interviews
		from sources join coding_counts on coding_counts.source_id = sources.id and coding_counts.codings > 0
		where ${isAskable(projectId, access)}
		group by coding_counts.code_id`.execute(db);
	return new Map(rows.map(({ code_id, codings, interviews }) => [code_id, { codings, interviews }]));
};
