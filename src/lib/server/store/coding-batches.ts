import { sql } from 'kysely';
import type { Anchor, Layer } from '../../domain/coding/coding.ts';
import type { Valences } from '../../domain/coding/valence.ts';
import type { CodeId, CodingId, ProjectId, SourceId, UserId } from '../../domain/project/ids.ts';
import type { Range } from '../../domain/text/range.ts';
import type { Db } from './database.ts';

/** One code on many passages of one source by one coder. */
export type NewCodingsOfCode = {
	readonly projectId: ProjectId;
	readonly sourceId: SourceId;
	readonly version: number;
	readonly codeId: CodeId;
	readonly coderId: UserId;
	readonly valences: Valences;
	readonly layer: Layer;
	readonly at: Date;
	readonly passages: readonly { readonly id: CodingId; readonly range: Range; readonly anchor: Anchor }[];
};

/**
 * Stores one code on many passages. Checks once more that the source is released in this version and the code can be
 * applied, as `insertCodings` does. Answers the codings that were stored; on the other passages the code was already.
 */
export const insertCodingsOfCode = async (trx: Db, made: NewCodingsOfCode): Promise<readonly CodingId[]> => {
	const { passages } = made;
	const { rows } = await sql<{ id: string }>`insert into codings (id, project_id, source_id, version,
			start_position, end_position, quote, prefix, suffix, code_id, coder_id, change, level, layer, coded_at, changed_at)
		select given.id, ${made.projectId}, sources.id, sources.version, given.start, given.end,
			given.quote, given.prefix, given.suffix, codes.id, ${made.coderId}::uuid,
			${made.valences.change}, ${made.valences.level}, ${made.layer}, ${made.at}::timestamptz, ${made.at}::timestamptz
		from unnest(
				${passages.map(({ id }) => id)}::uuid[],
				${passages.map(({ range }) => range.start)}::int[],
				${passages.map(({ range }) => range.end)}::int[],
				${passages.map(({ anchor }) => anchor.quote)}::text[],
				${passages.map(({ anchor }) => anchor.prefix)}::text[],
				${passages.map(({ anchor }) => anchor.suffix)}::text[]
			) as given (id, start, "end", quote, prefix, suffix)
			join codes on codes.id = ${made.codeId} and codes.deleted_at is null and codes.is_codable
			join sources on sources.id = ${made.sourceId} and sources.version = ${made.version}
				and sources.status = 'released' and sources.deleted_at is null
		for key share of sources, codes
		on conflict (source_id, start_position, end_position, code_id, coder_id) where deleted_at is null do nothing
		returning id`.execute(trx);
	return rows.map(({ id }) => id);
};

/** A step in which one person coded many passages. */
export type CodingBatch = {
	readonly id: string;
	readonly codeId: CodeId;
	readonly coderId: UserId;
	readonly madeAt: Date;
	readonly codingIds: readonly CodingId[];
	/** null: it is not taken back */
	readonly deletionId: string | null;
};

export const insertCodingBatch = async (trx: Db, projectId: ProjectId, batch: CodingBatch): Promise<void> => {
	await trx
		.insertInto('coding_batches')
		.values({
			id: batch.id,
			project_id: projectId,
			code_id: batch.codeId,
			coder_id: batch.coderId,
			made_at: batch.madeAt,
			coding_ids: [...batch.codingIds],
			deletion_id: batch.deletionId,
			removed_at: null
		})
		.execute();
};

/** A batch of a coder; held until the transaction ends, so that it is taken back once. */
export const lockCodingBatch = async (
	trx: Db,
	projectId: ProjectId,
	batchId: string,
	coderId: UserId
): Promise<CodingBatch | null> => {
	const row = await trx
		.selectFrom('coding_batches')
		.select(['id', 'code_id', 'coder_id', 'made_at', 'coding_ids', 'deletion_id'])
		.where('id', '=', batchId)
		.where('project_id', '=', projectId)
		.where('coder_id', '=', coderId)
		.forUpdate()
		.executeTakeFirst();
	return row
		? {
				...{ id: row.id, codeId: row.code_id, coderId: row.coder_id, madeAt: row.made_at },
				...{ codingIds: row.coding_ids, deletionId: row.deletion_id }
			}
		: null;
};

/** Marks a batch as taken back, or as there again. */
export const updateCodingBatch = async (
	trx: Db,
	batchId: string,
	removed: { readonly deletionId: string; readonly at: Date } | null
): Promise<void> => {
	await trx
		.updateTable('coding_batches')
		.set({ deletion_id: removed?.deletionId ?? null, removed_at: removed?.at ?? null })
		.where('id', '=', batchId)
		.execute();
};

/** A coding as far as an event tells of it. */
type Told = { readonly id: CodingId; readonly sourceId: SourceId; readonly version: number };
const told = sql`codings.id, codings.source_id as "sourceId", codings.version`;

/** The sources that the codings of a batch lie in, taken back or not; sources that are gone are left out. */
export const sourcesOfBatch = async (db: Db, { codingIds }: CodingBatch): Promise<readonly SourceId[]> => {
	const { rows } = await sql<{ id: SourceId }>`select distinct sources.id from codings
		join sources on sources.id = codings.source_id and sources.deleted_at is null
		where codings.id = any(${[...codingIds]}::uuid[]) order by sources.id`.execute(db);
	return rows.map(({ id }) => id);
};

/** Hides the codings of a batch in these sources that nobody changed, wrote about or chose as a quote; answers which. */
export const removeCodingsOfBatch = async (
	trx: Db,
	batch: CodingBatch,
	sourceIds: readonly SourceId[],
	{ deletionId, at }: { readonly deletionId: string; readonly at: Date }
): Promise<readonly Told[]> => {
	const { rows } = await sql<Told>`update codings set deleted_at = ${at}::timestamptz, deletion_id = ${deletionId}::uuid
		where id = any(${[...batch.codingIds]}::uuid[]) and deleted_at is null and coder_id = ${batch.coderId}::uuid
			and code_id = ${batch.codeId}::uuid and changed_at = coded_at and memo = ''
			and source_id = any(${[...sourceIds]}::uuid[])
			and not exists (select from memos where memos.coding_id = codings.id and memos.deleted_at is null)
			and not exists (select from chosen_quotes where chosen_quotes.coding_id = codings.id)
		returning ${told}`.execute(trx);
	return rows;
};

/**
 * Brings back the codings that went with a batch, where the text, the code and the passage still allow it; answers
 * which. `changed_at` stays: bringing back is no change, so that the batch can be taken back again.
 */
export const restoreCodingsOfBatch = async (
	trx: Db,
	deletionId: string,
	sourceIds: readonly SourceId[]
): Promise<readonly Told[]> => {
	const { rows } = await sql<Told>`update codings set deleted_at = null, deletion_id = null
		from sources, codes
		where codings.deletion_id = ${deletionId}::uuid and codings.orphaned_in is null
			and codings.source_id = any(${[...sourceIds]}::uuid[]) and sources.id = codings.source_id and sources.version = codings.version
			and sources.status = 'released' and sources.deleted_at is null
			and codes.id = codings.code_id and codes.deleted_at is null and codes.is_codable
			and not exists (select from codings as other where other.source_id = codings.source_id
				and other.start_position = codings.start_position and other.end_position = codings.end_position
				and other.code_id = codings.code_id and other.coder_id = codings.coder_id and other.deleted_at is null)
		returning ${told}`.execute(trx);
	return rows;
};

/** The last batches of a coder, newest first. */
export type ListedBatch = Omit<CodingBatch, 'codingIds' | 'coderId'> & {
	readonly codings: number;
	readonly sources: number;
};

export const listCodingBatches = async (
	db: Db,
	projectId: ProjectId,
	coderId: UserId,
	limit: number
): Promise<readonly ListedBatch[]> => {
	const { rows } =
		await sql<ListedBatch>`select id, code_id as "codeId", made_at as "madeAt", deletion_id as "deletionId",
			cardinality(coding_ids) as codings,
			(select count(distinct source_id)::int from codings where codings.id = any(coding_ids)) as sources
		from coding_batches where project_id = ${projectId} and coder_id = ${coderId}
		order by made_at desc, id desc limit ${limit}`.execute(db);
	return rows;
};
