import { sql, type RawBuilder } from 'kysely';
import type { Access } from '../../domain/project/membership.ts';
import type { ProjectId } from '../../domain/project/ids.ts';
import type { Problem } from '../../domain/problem.ts';
import { askedIds, type AskedId, type AskedKind } from '../../query/asked-ids.ts';
import type { Condition } from '../../query/query.ts';
import type { Db } from './database.ts';
import { isAskable } from './seen-codings.ts';

/** Which of these ids are nothing in this project, or nothing that this person may ask about. */
export const findUnknown = async (
	db: Db,
	projectId: ProjectId,
	access: Access,
	asked: readonly AskedId[]
): Promise<readonly AskedId[]> => {
	if (asked.length === 0) return [];
	const known = knownIn(projectId, access);
	const kinds = [...new Set(asked.map(({ kind }) => kind))];
	const { rows } = await sql<AskedId>`${sql.join(
		kinds.map((kind) => {
			const ids = asked.filter((one) => one.kind === kind).map(({ id }) => id);
			return sql`select ${kind}::text as kind, asked.id::text as id from unnest(${ids}::uuid[]) as asked (id)
				where not exists (select from ${known[kind]})`;
		}),
		sql` union all `
	)}`.execute(db);
	return rows;
};

/** The same for all that a question names, as problems. */
export const findUnknownIn = async (
	db: Db,
	projectId: ProjectId,
	access: Access,
	where: Condition
): Promise<readonly Problem[]> =>
	(await findUnknown(db, projectId, access, askedIds(where))).map(({ kind, id }) => ({
		...{ code: `query-${kind}-unknown`, params: { id }, at: 'where' }
	}));

const knownIn = (projectId: ProjectId, access: Access): Readonly<Record<AskedKind, RawBuilder<unknown>>> => ({
	code: sql`codes where codes.id = asked.id and codes.project_id = ${projectId} and codes.deleted_at is null`,
	pillar: sql`pillars where pillars.id = asked.id and pillars.project_id = ${projectId}`,
	area: sql`areas where areas.id = asked.id and areas.project_id = ${projectId}`,
	wave: sql`waves where waves.id = asked.id and waves.project_id = ${projectId}`,
	coder: sql`codings where codings.coder_id = asked.id and codings.project_id = ${projectId}
		union all select from memberships where memberships.user_id = asked.id and memberships.project_id = ${projectId}`,
	source: sql`sources where sources.id = asked.id and ${isAskable(projectId, access)}`
});
