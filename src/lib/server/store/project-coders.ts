import { sql } from 'kysely';
import type { ProjectId, UserId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';

/** Everybody whose codings count in a project, by name. */
export const listProjectCoders = async (
	db: Db,
	projectId: ProjectId
): Promise<readonly { readonly id: UserId; readonly name: string }[]> => {
	const { rows } = await sql<{ id: UserId; name: string }>`select users.id, users.name from users
		where exists (select from codings where codings.coder_id = users.id and codings.project_id = ${projectId}
			and codings.deleted_at is null and codings.layer = 'shared')
		order by users.name, users.id`.execute(db);
	return rows;
};
