import { sql, type RawBuilder } from 'kysely';
import type { ProjectId, SourceId, UserId } from '../../domain/project/ids.ts';
import type { Access, Action } from '../../domain/project/membership.ts';
import type { PseudonymFacts } from '../../domain/source/assignment.ts';
import type { Db } from './database.ts';
import { framedSources, toFramedSource, type FramedSource } from './sources.ts';
import { mayOnSource } from './visible-sources.ts';

/** A source as work, with what decides who can do something on it. */
export type WorkSource = FramedSource & { readonly turns: number; readonly pseudonyms: PseudonymFacts };

/** Sources a person brought in and that are still to be prepared. */
export const listOwnToPrepare = (db: Db, projectId: ProjectId, access: Access): Promise<readonly WorkSource[]> =>
	select(db, projectId, access, 'source.prepare', [
		sql`sources.uploaded_by = ${access.userId}`,
		sql`sources.status not in ('handed-over', 'released', 'restricted')`,
		nobodyHas(sql`'prepare'`)
	]);

/** Released sources that nobody codes yet. */
export const listFreeToCode = (db: Db, projectId: ProjectId, access: Access): Promise<readonly WorkSource[]> =>
	select(db, projectId, access, 'coding.apply', [sql`sources.status = 'released'`, nobodyHas(sql`'code'`)]);

/** Sources of which a colleague marked the names as done, that nobody checks yet; whether they need it is decided elsewhere. */
export const listFreeToCheck = (db: Db, projectId: ProjectId, access: Access): Promise<readonly WorkSource[]> =>
	select(db, projectId, access, 'pseudonym.check', [
		sql`pseudonym_work.done_version = sources.version`,
		sql`pseudonym_work.check_outcome is distinct from 'confirmed'`,
		sql`pseudonym_work.done_by is distinct from ${access.userId}::uuid`,
		nobodyHas(sql`'second-read'`)
	]);

const most = 100; // more than anybody chooses from

const nobodyHas = (task: RawBuilder<unknown>) =>
	sql`not exists (select from assignments where assignments.source_id = sources.id and assignments.task = ${task})`;

const select = async (
	db: Db,
	projectId: ProjectId,
	access: Access,
	action: Action,
	conditions: readonly RawBuilder<unknown>[]
): Promise<readonly WorkSource[]> => {
	const rows = await framedSources(db, projectId)
		.leftJoin('pseudonym_work', 'pseudonym_work.source_id', 'sources.id')
		.select(['pseudonym_work.done_version', 'pseudonym_work.check_outcome'])
		.select(
			sql<number>`(select count(*)::int from turns where turns.source_id = sources.id
				and turns.version = sources.version)`.as('turns')
		)
		.where(mayOnSource(access, action))
		.where(sql<boolean>`${sql.join(conditions, sql` and `)}`)
		.orderBy(sql`lower(sources.title) collate "C"`)
		.orderBy('sources.id')
		.limit(most)
		.execute();
	return rows.map((row) => ({
		...toFramedSource(row),
		turns: row.turns,
		pseudonyms: { doneVersion: row.done_version, outcome: row.check_outcome }
	}));
};

/** The sources a person works on: given to or taken by that person, brought in, or coded. */
export const listSourcesOf = async (db: Db, projectId: ProjectId, userId: UserId): Promise<readonly SourceId[]> => {
	const { rows } = await sql<{ id: SourceId }>`select id from sources
		where project_id = ${projectId} and deleted_at is null and (uploaded_by = ${userId}
			or exists (select from assignments where source_id = sources.id and user_id = ${userId})
			or exists (select from codings where source_id = sources.id and coder_id = ${userId} and deleted_at is null))
		order by id`.execute(db);
	return rows.map(({ id }) => id);
};

/** Until when a person saw the changes of the codebook: said, or else the moment he or she joined. */
export const findSeenUntil = async (db: Db, projectId: ProjectId, userId: UserId): Promise<Date | null> => {
	const { rows } = await sql<{ seen: Date | null }>`select coalesce(
		(select seen_until from work_visits where project_id = ${projectId} and user_id = ${userId}),
		(select min(created_at) from memberships where project_id = ${projectId} and user_id = ${userId})) as seen`.execute(db);
	return rows[0]?.seen ?? null;
};

/** Notes until when a person saw the changes of the codebook. */
export const saveVisit = async (db: Db, projectId: ProjectId, userId: UserId, at: Date): Promise<void> => {
	await db
		.insertInto('work_visits')
		.values({ project_id: projectId, user_id: userId, seen_until: at })
		.onConflict((conflict) => conflict.columns(['project_id', 'user_id']).doUpdateSet({ seen_until: at }))
		.execute();
};

/** Forgets that a person was here. */
export const deleteVisitsOf = async (trx: Db, projectId: ProjectId, userId: UserId): Promise<void> => {
	await trx.deleteFrom('work_visits').where('project_id', '=', projectId).where('user_id', '=', userId).execute();
};

/** Somebody who can be given work. */
export type WorkPerson = { readonly id: UserId; readonly name: string };

/** The members of a project who can still sign in, by name. */
export const listWorkPeople = async (db: Db, projectId: ProjectId): Promise<readonly WorkPerson[]> =>
	db
		.selectFrom('users')
		.select(['users.id', 'users.name'])
		.where(
			sql<boolean>`exists (select from memberships where memberships.user_id = users.id
			and memberships.project_id = ${projectId})`
		)
		.where('users.disabled_at', 'is', null)
		.orderBy('users.name')
		.orderBy('users.id')
		.execute();
