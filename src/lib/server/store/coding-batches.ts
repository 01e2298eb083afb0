import { sql } from 'kysely';
import type { PlacedItem } from '../../domain/coding/batch.ts';
import type { Layer } from '../../domain/coding/coding.ts';
import type { Valences } from '../../domain/coding/valence.ts';
import type { CodeId, CodingId, ProjectId, SourceId, UserId } from '../../domain/project/ids.ts';
import { isUsedByOthers } from './coding-users.ts';
import type { Db } from './database.ts';

/** One code on many passages, in one step of one coder. */
export type NewBatch = {
	readonly id: string;
	readonly projectId: ProjectId;
	readonly codeId: CodeId;
	readonly coderId: UserId;
	readonly valences: Valences;
	readonly at: Date;
};

/** A passage of a batch with what is stored of it. */
export type NewItem = PlacedItem & { readonly id: CodingId; readonly version: number; readonly layer: Layer };

/** A batch of a coder; `deletionId` is null while its codings stand. */
export type Batch = {
	readonly id: string;
	readonly codeId: CodeId;
	readonly placedAt: Date;
	readonly deletionId: string | null;
};

/** A coding that went or came back with its batch. */
export type Moved = { readonly id: CodingId; readonly sourceId: SourceId; readonly version: number };

const together = 500; // rows in one statement: the embedded database answers nobody else meanwhile

/** The titles of sources of a project. */
export const titlesOf = async (
	db: Db,
	projectId: ProjectId,
	sourceIds: readonly SourceId[]
): Promise<ReadonlyMap<SourceId, string>> => {
	const rows = await db
		.selectFrom('sources')
		.select(['id', 'title'])
		.where('project_id', '=', projectId)
		.where('id', '=', sql<string>`any(${[...sourceIds]}::uuid[])`)
		.execute();
	return new Map(rows.map(({ id, title }) => [id, title]));
};

/** Holds sources for codings, and tells which are still released in the version that was read. */
export const holdSources = async (
	trx: Db,
	sources: readonly { readonly id: SourceId; readonly version: number }[]
): Promise<ReadonlySet<SourceId>> => {
	const { rows } = await sql<{ id: SourceId }>`select sources.id
		from unnest(${sources.map(({ id }) => id)}::uuid[], ${sources.map(({ version }) => version)}::int[])
				as given (id, version)
			join sources on sources.id = given.id and sources.version = given.version
		where sources.status = 'released' and sources.deleted_at is null
		order by sources.id for key share of sources`.execute(trx);
	return new Set(rows.map(({ id }) => id));
};

/** Holds a code that can be applied; false when it cannot any more. */
export const holdCode = async (trx: Db, codeId: CodeId): Promise<boolean> => {
	const row = await trx
		.selectFrom('codes')
		.select('id')
		.where('id', '=', codeId)
		.where('deleted_at', 'is', null)
		.where('is_codable', '=', true)
		.forKeyShare()
		.executeTakeFirst();
	return row !== undefined;
};

/** Stores the codings of a batch; answers those that this coder did not have there before. */
export const insertBatch = async (
	trx: Db,
	batch: NewBatch,
	items: readonly NewItem[]
): Promise<ReadonlySet<CodingId>> => {
	const stored = new Set<CodingId>();
	for (let from = 0; from < items.length; from += together) {
		const part = items.slice(from, from + together);
		const { rows } = await sql<{ id: CodingId }>`insert into codings (id, project_id, source_id, version,
				start_position, end_position, quote, prefix, suffix, code_id, coder_id, change, level, layer, coded_at, changed_at)
			select id, ${batch.projectId}::uuid, source_id, version, start_position, end_position, quote, prefix, suffix,
				${batch.codeId}::uuid, ${batch.coderId}::uuid, ${batch.valences.change}, ${batch.valences.level}, layer,
				${batch.at}::timestamptz, ${batch.at}::timestamptz
			from unnest(
				${part.map(({ id }) => id)}::uuid[], ${part.map(({ sourceId }) => sourceId)}::uuid[],
				${part.map(({ version }) => version)}::int[],
				${part.map(({ range }) => range.start)}::int[], ${part.map(({ range }) => range.end)}::int[],
				${part.map(({ anchor }) => anchor.quote)}::text[], ${part.map(({ anchor }) => anchor.prefix)}::text[],
				${part.map(({ anchor }) => anchor.suffix)}::text[], ${part.map(({ layer }) => layer)}::text[]
			) as given (id, source_id, version, start_position, end_position, quote, prefix, suffix, layer)
			on conflict (source_id, start_position, end_position, code_id, coder_id) where deleted_at is null do nothing
			returning id`.execute(trx);
		for (const { id } of rows) stored.add(id);
	}
	if (stored.size === 0) return stored;
	await trx
		.insertInto('coding_batches')
		.values({
			id: batch.id,
			project_id: batch.projectId,
			code_id: batch.codeId,
			coder_id: batch.coderId,
			made_at: batch.at,
			placed_at: batch.at,
			deletion_id: null
		})
		.execute();
	await sql`insert into coding_batch_items (batch_id, coding_id)
		select ${batch.id}::uuid, id from unnest(${[...stored]}::uuid[]) as given (id)`.execute(trx);
	return stored;
};

/** A batch that this coder made in this project; held until the transaction ends. */
export const lockBatch = async (trx: Db, projectId: ProjectId, coderId: UserId, id: string): Promise<Batch | null> => {
	const row = await trx
		.selectFrom('coding_batches')
		.select(['id', 'code_id', 'placed_at', 'deletion_id'])
		.where('project_id', '=', projectId)
		.where('coder_id', '=', coderId)
		.where('id', '=', id)
		.forUpdate()
		.executeTakeFirst();
	return row ? { id: row.id, codeId: row.code_id, placedAt: row.placed_at, deletionId: row.deletion_id } : null;
};

/** The sources in which a batch put its code, and how many codings it has. */
export const placesOfBatch = async (
	db: Db,
	batchId: string
): Promise<{ readonly codings: number; readonly sourceIds: readonly SourceId[] }> => {
	const { rows } = await sql<{ codings: number; sourceIds: SourceId[] }>`select count(*)::int as codings,
			coalesce(array_agg(distinct codings.source_id::text), '{}') as "sourceIds"
		from coding_batch_items join codings on codings.id = coding_batch_items.coding_id
		where batch_id = ${batchId}::uuid`.execute(db);
	return rows[0] ?? { codings: 0, sourceIds: [] };
};

/**
 * Takes the codings of a batch in these sources away that nobody changed since they were put there, and on which no work
 * of somebody else than their coder leans.
 */
export const removeBatch = async (
	trx: Db,
	batch: Batch,
	sourceIds: readonly SourceId[],
	{ deletionId, by, at }: { readonly deletionId: string; readonly by: UserId; readonly at: Date }
): Promise<readonly Moved[]> => {
	const { rows } =
		await sql<Moved>`update codings set deleted_at = ${at}::timestamptz, deletion_id = ${deletionId}::uuid
		from coding_batch_items
		where batch_id = ${batch.id}::uuid and codings.id = coding_batch_items.coding_id and codings.deleted_at is null
			and codings.changed_at = ${batch.placedAt}::timestamptz and not ${isUsedByOthers(by)}
			and codings.source_id = any(${[...sourceIds]}::uuid[])
		returning codings.id, codings.source_id as "sourceId", codings.version`.execute(trx);
	await trx.updateTable('coding_batches').set({ deletion_id: deletionId }).where('id', '=', batch.id).execute();
	return rows;
};

/** Brings back what went with a batch, in these sources: on texts that did not move on, where nothing took its place. */
export const restoreBatch = async (
	trx: Db,
	batch: Batch,
	sourceIds: readonly SourceId[],
	at: Date
): Promise<readonly Moved[]> => {
	const { rows } = await sql<Moved>`update codings
		set deleted_at = null, deletion_id = null, changed_at = ${at}::timestamptz
		from coding_batch_items, sources
		where batch_id = ${batch.id}::uuid and codings.id = coding_batch_items.coding_id
			and codings.deletion_id = ${batch.deletionId}::uuid and codings.deleted_at is not null
			and codings.code_id = ${batch.codeId}::uuid
			and codings.source_id = any(${[...sourceIds]}::uuid[])
			and sources.id = codings.source_id and sources.version = codings.version
			and not exists (select from codings as other where other.source_id = codings.source_id
				and other.start_position = codings.start_position and other.end_position = codings.end_position
				and other.code_id = codings.code_id and other.coder_id = codings.coder_id and other.deleted_at is null)
		returning codings.id, codings.source_id as "sourceId", codings.version`.execute(trx);
	await trx
		.updateTable('coding_batches')
		.set({ deletion_id: null, placed_at: at })
		.where('id', '=', batch.id)
		.execute();
	return rows;
};

/** The batches of a coder, the newest first, from after one on. */
export const listBatches = async (
	db: Db,
	projectId: ProjectId,
	coderId: UserId,
	{ after, limit }: { readonly after: string | null; readonly limit: number }
) => {
	const { rows } = await sql<{
		id: string;
		codeId: CodeId;
		madeAt: Date;
		isRemoved: boolean;
		codings: number;
		sources: number;
	}>`select coding_batches.id, code_id as "codeId", made_at as "madeAt", deletion_id is not null as "isRemoved",
			counted.codings, counted.sources
		from coding_batches cross join lateral (
			select count(*)::int as codings, count(distinct source_id)::int as sources
			from coding_batch_items join codings on codings.id = coding_id where batch_id = coding_batches.id
		) as counted
		where project_id = ${projectId}::uuid and coder_id = ${coderId}::uuid
			and (${after}::uuid is null or coding_batches.id < ${after}::uuid)
		order by coding_batches.id desc limit ${limit}`.execute(db);
	return rows;
};
