import { sql } from 'kysely';
import type { ProjectId, SourceId, UserId } from '../../domain/project/ids.ts';
import type { DestructionKind, DestructionState, DestructionWhy } from '../../domain/source/retention.ts';
import type { Db } from './database.ts';

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
