import { sql } from 'kysely';
import type { Access, Role } from '../../domain/project/membership.ts';
import type { ProjectId, SourceId, UserId } from '../../domain/project/ids.ts';
import type { DestructionKind, DestructionState, DestructionWhy } from '../../domain/source/retention.ts';
import type { Source } from '../../domain/source/source.ts';
import type { Db } from './database.ts';
import { mayOnSource } from './visible-sources.ts';

/** What was destroyed, or is going to be. */
export type Destruction = {
	readonly id: string;
	readonly projectId: ProjectId;
	readonly sourceId: SourceId;
	readonly kind: DestructionKind;
	readonly why: DestructionWhy;
	readonly reason: string;
	readonly state: DestructionState;
	readonly keyEntries: number;
	readonly versions: number;
	readonly bytes: number;
	/** null = the term itself */
	readonly proposedBy: UserId | null;
	readonly proposedAt: Date;
	readonly decidedBy: UserId | null;
	readonly decidedAt: Date | null;
};

/** Writes down that something was destroyed, or that somebody proposes it. */
export const insertDestruction = async (trx: Db, one: Destruction): Promise<void> => {
	await trx
		.insertInto('destructions')
		.values({
			id: one.id,
			project_id: one.projectId,
			source_id: one.sourceId,
			kind: one.kind,
			why: one.why,
			reason: one.reason,
			state: one.state,
			key_entries: one.keyEntries,
			versions: one.versions,
			bytes: one.bytes,
			proposed_by: one.proposedBy,
			proposed_at: one.proposedAt,
			decided_by: one.decidedBy,
			decided_at: one.decidedAt
		})
		.execute();
};

/** How much of a source is sealed with its key. */
export type SealedCount = { readonly keyEntries: number; readonly versions: number };

/** How many lines the key of a source has, and how many of its texts are sealed. */
export const countSealed = async (db: Db, sourceId: SourceId): Promise<SealedCount> => {
	const { rows } = await sql<{ keyEntries: number; versions: number }>`select
		(select count(*)::int from pseudonym_keys where source_id = ${sourceId}) as "keyEntries",
		(select count(*)::int from source_originals where source_id = ${sourceId}) as versions`.execute(db);
	return rows[0] ?? { keyEntries: 0, versions: 0 };
};

/** The proposal about the key of a source that waits for a second person. */
export const findProposal = async (
	db: Db,
	sourceId: SourceId
): Promise<(Pick<Destruction, 'id' | 'reason' | 'proposedBy' | 'proposedAt'> & { proposedByName: string }) | null> => {
	const row = await db
		.selectFrom('destructions')
		.leftJoin('users', 'users.id', 'destructions.proposed_by')
		.select(['destructions.id', 'reason', 'proposed_by', 'proposed_at', 'users.name'])
		.where('source_id', '=', sourceId)
		.where('kind', '=', 'key')
		.where('state', '=', 'proposed')
		.executeTakeFirst();
	return row
		? {
				id: row.id,
				reason: row.reason,
				proposedBy: row.proposed_by,
				proposedAt: row.proposed_at,
				proposedByName: row.name ?? ''
			}
		: null;
};

/** Stores what was decided about a proposal. */
export const decideDestruction = async (
	trx: Db,
	id: string,
	{ state, keyEntries, versions }: Pick<Destruction, 'state' | 'keyEntries' | 'versions'>,
	{ by, at }: { readonly by: UserId; readonly at: Date }
): Promise<void> => {
	await trx
		.updateTable('destructions')
		.set({ state, key_entries: keyEntries, versions, decided_by: by, decided_at: at })
		.where('id', '=', id)
		.execute();
};

/** How many other people of a project have one of these roles. */
export const countOthers = async (
	db: Db,
	projectId: ProjectId,
	roles: readonly Role[],
	userId: UserId
): Promise<number> => {
	const { rows } = await sql<{ n: number }>`select count(distinct user_id)::int as n
		from memberships join users on users.id = memberships.user_id
		where project_id = ${projectId} and user_id <> ${userId} and users.disabled_at is null
			and role = any(${[...roles]}::text[])`.execute(db);
	return rows[0]?.n ?? 0;
};

/** An interview of which something is kept that names people. */
export type Retained = SealedCount & {
	readonly sourceId: SourceId;
	readonly title: string;
	readonly areaName: string;
	readonly status: Source['status'];
	readonly releasedAt: Date | null;
	/** when it was taken away; null = it is there */
	readonly deletedAt: Date | null;
	/** bytes of the file; null = none is kept */
	readonly fileBytes: number | null;
	readonly proposalId: string | null;
	readonly proposalReason: string | null;
	readonly proposedBy: UserId | null;
	readonly proposedByName: string | null;
	readonly proposedAt: Date | null;
};

const mostRetained = 1000; // on one page

/** What is kept of the interviews that this person may have destroyed, also of those that were taken away; by title. */
export const listRetained = async (db: Db, projectId: ProjectId, access: Access): Promise<readonly Retained[]> => {
	const { rows } = await sql<Retained>`select sources.id as "sourceId", sources.title, areas.name as "areaName",
			sources.status, sources.released_at as "releasedAt", sources.deleted_at as "deletedAt", kept.bytes as "fileBytes",
			coalesce(lines.n, 0) as "keyEntries", coalesce(texts.n, 0) as versions,
			open.id as "proposalId", open.reason as "proposalReason", open.proposed_by as "proposedBy",
			users.name as "proposedByName", open.proposed_at as "proposedAt"
		from sources join areas on areas.id = sources.area_id
		left join source_uploads as kept on kept.source_id = sources.id and kept.state = 'kept'
		left join (select source_id, count(*)::int as n from pseudonym_keys group by source_id) as lines
			on lines.source_id = sources.id
		left join (select source_id, count(*)::int as n from source_originals group by source_id) as texts
			on texts.source_id = sources.id
		left join destructions as open on open.source_id = sources.id and open.state = 'proposed'
		left join users on users.id = open.proposed_by
		where sources.project_id = ${projectId}
			and (sources.deleted_at is not null or kept.source_id is not null or lines.n > 0 or texts.n > 0)
			and ${mayOnSource(access, 'key.destroy')}
		order by sources.title, sources.id limit ${mostRetained}`.execute(db);
	return rows;
};

/** Something that was destroyed, as the statement tells it. */
export type DestroyedLine = Pick<
	Destruction,
	'id' | 'sourceId' | 'kind' | 'why' | 'reason' | 'keyEntries' | 'versions' | 'bytes'
> & {
	/** null = the interview itself is gone */
	readonly title: string | null;
	readonly proposedByName: string | null;
	readonly decidedByName: string | null;
	readonly at: Date;
};

/** What was destroyed, the newest first; in some areas only: of interviews that are still there. */
export const listDestroyed = async (
	db: Db,
	projectId: ProjectId,
	access: Access,
	{ isEverywhere, most }: { readonly isEverywhere: boolean; readonly most: number }
): Promise<readonly DestroyedLine[]> => {
	const { rows } = await sql<DestroyedLine>`select d.id, d.source_id as "sourceId", d.kind, d.why, d.reason,
			d.key_entries as "keyEntries", d.versions, d.bytes, sources.title,
			proposers.name as "proposedByName", deciders.name as "decidedByName", d.decided_at as at
		from destructions as d
		left join sources on sources.id = d.source_id
		left join users as proposers on proposers.id = d.proposed_by
		left join users as deciders on deciders.id = d.decided_by
		where d.project_id = ${projectId} and d.state = 'done'
			and (${isEverywhere} or (sources.id is not null and ${mayOnSource(access, 'key.destroy')}))
		order by d.decided_at desc, d.id desc limit ${most}`.execute(db);
	return rows;
};
