import { sql } from 'kysely';
import type { Layer } from '../../domain/coding/coding.ts';
import type { CodingId, ProjectId, SourceId, UserId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';

/** Changed codings among these, with their source, for who looked at them; held until the transaction ends. */
export const findChanged = async (
	trx: Db,
	projectId: ProjectId,
	codingIds: readonly CodingId[]
): Promise<
	readonly {
		readonly id: CodingId;
		readonly sourceId: SourceId;
		readonly coderId: UserId;
		readonly layer: Layer;
		readonly isChanged: boolean;
		/** it was looked at, and its words did not change again since */
		readonly isReviewed: boolean;
	}[]
> => {
	const rows = await trx
		.selectFrom('codings')
		.select(['id', 'source_id', 'coder_id', 'layer', 'changed_in', 'reviewed_change'])
		.where('id', '=', sql<string>`any(${[...codingIds]}::uuid[])`)
		.where('project_id', '=', projectId)
		.where('deleted_at', 'is', null)
		.orderBy('id')
		.forUpdate()
		.execute();
	return rows.map((row) => ({
		id: row.id,
		sourceId: row.source_id,
		coderId: row.coder_id,
		layer: row.layer,
		isChanged: row.changed_in !== null,
		isReviewed: row.changed_in === null && row.reviewed_change !== null
	}));
};

/** Notes that somebody looked at changed codings. */
export const markReviewed = async (trx: Db, codingIds: readonly CodingId[]): Promise<void> => {
	await trx
		.updateTable('codings')
		.set((eb) => ({ reviewed_change: eb.ref('changed_in'), changed_in: null }))
		.where('id', '=', sql<string>`any(${[...codingIds]}::uuid[])`)
		.execute();
};

/** Takes back that somebody looked at codings: they wait to be looked at again. */
export const unmarkReviewed = async (trx: Db, codingIds: readonly CodingId[]): Promise<void> => {
	await trx
		.updateTable('codings')
		.set((eb) => ({ changed_in: eb.ref('reviewed_change'), reviewed_change: null }))
		.where('id', '=', sql<string>`any(${[...codingIds]}::uuid[])`)
		.execute();
};
