import type { Anchor } from '../../domain/coding/coding.ts';
import type { CodeId, CodingId, ProjectId } from '../../domain/project/ids.ts';
import type { StoredCoding } from './codings.ts';
import type { Db } from './database.ts';

/** Who made an orphan, and where; what decides about placing it. */
export type FoundOrphan = Pick<StoredCoding, 'id' | 'sourceId' | 'version' | 'codeId' | 'coderId' | 'layer'>;

/** An orphan, held until the transaction ends; with `deletionId` one that was dismissed in that step. */
export const findOrphan = async (
	trx: Db,
	projectId: ProjectId,
	codingId: CodingId,
	deletionId: string | null = null
): Promise<FoundOrphan | null> => {
	const row = await trx
		.selectFrom('codings')
		.select(['id', 'source_id', 'version', 'code_id', 'coder_id', 'layer'])
		.where('id', '=', codingId)
		.where('project_id', '=', projectId)
		.where('orphaned_in', 'is not', null)
		.where('deletion_id', deletionId === null ? 'is' : '=', deletionId)
		.forUpdate()
		.executeTakeFirst();
	if (!row) return null;
	const { id, source_id: sourceId, version, code_id: codeId, coder_id: coderId, layer } = row;
	return { id, sourceId, version, codeId, coderId, layer };
};

/** Gives an orphan a place in the present text: it is a coding as any other again. */
export const placeOrphan = async (
	trx: Db,
	{
		id,
		version,
		range,
		quote,
		prefix,
		suffix,
		codeId
	}: Pick<StoredCoding, 'id' | 'version' | 'range' | 'codeId' | keyof Anchor>,
	at: Date
): Promise<void> => {
	await trx
		.updateTable('codings')
		.set({
			...{ version, quote, prefix, suffix },
			start_position: range.start,
			end_position: range.end,
			code_id: codeId,
			...{ changed_in: null, orphaned_in: null, orphaned_at: null, deleted_at: null, changed_at: at },
			...{ made_in: null, made_start: null, made_end: null },
			placed_from: await placeNow(trx, id, at)
		})
		.where('id', '=', id)
		.execute();
};

/** Where a loose coding stood, in numbers: its words are in that version of the text, as long as that is not sealed. */
type PlacedFrom = {
	readonly version: number;
	readonly start: number;
	readonly end: number;
	readonly codeId: CodeId;
	readonly orphanedIn: number;
	readonly orphanedAt: number;
	readonly madeIn: number | null;
	readonly madeStart: number | null;
	readonly madeEnd: number | null;
	/** when it got its place */
	readonly placedAt: string;
};

const placeNow = async (trx: Db, codingId: CodingId, at: Date): Promise<string> => {
	const row = await trx.selectFrom('codings').selectAll().where('id', '=', codingId).executeTakeFirstOrThrow();
	const from: PlacedFrom = {
		...{ version: row.version, start: row.start_position, end: row.end_position, codeId: row.code_id },
		...{ orphanedIn: row.orphaned_in ?? row.version, orphanedAt: row.orphaned_at ?? 0 },
		...{ madeIn: row.made_in, madeStart: row.made_start, madeEnd: row.made_end },
		placedAt: at.toISOString()
	};
	return JSON.stringify(from);
};

/** A loose coding that was given a place, and that nobody changed since. */
export type PlacedOrphan = Omit<FoundOrphan, 'codeId'> & { readonly from: PlacedFrom };

/** Such a coding, held until the transaction ends. */
export const findPlacedOrphan = async (
	trx: Db,
	projectId: ProjectId,
	codingId: CodingId
): Promise<PlacedOrphan | null> => {
	const row = await trx
		.selectFrom('codings')
		.select(['id', 'source_id', 'version', 'coder_id', 'layer', 'changed_at', 'placed_from'])
		.where('id', '=', codingId)
		.where('project_id', '=', projectId)
		.where('deleted_at', 'is', null)
		.where('placed_from', 'is not', null)
		.forUpdate()
		.executeTakeFirst();
	if (!row) return null;
	// Written by `placeNow`.
	const from = row.placed_from as PlacedFrom;
	if (from.placedAt !== row.changed_at.toISOString()) return null;
	const { id, source_id: sourceId, version, coder_id: coderId, layer } = row;
	return { id, sourceId, version, coderId, layer, from };
};

/** Puts a coding that was given a place back on the list of loose ones, with its old words. */
export const unplaceOrphan = async (trx: Db, { id, from }: PlacedOrphan, anchor: Anchor, at: Date): Promise<void> => {
	await trx
		.updateTable('codings')
		.set({
			...{ version: from.version, start_position: from.start, end_position: from.end, code_id: from.codeId },
			...anchor,
			...{ orphaned_in: from.orphanedIn, orphaned_at: from.orphanedAt },
			...{ made_in: from.madeIn, made_start: from.madeStart, made_end: from.madeEnd },
			...{ deleted_at: at, changed_at: at, placed_from: null }
		})
		.where('id', '=', id)
		.execute();
};

/** Takes an orphan from the list (a step with an id of its own), or puts it back (null). */
export const dismissOrphan = async (trx: Db, codingId: CodingId, deletionId: string | null): Promise<void> => {
	await trx.updateTable('codings').set({ deletion_id: deletionId }).where('id', '=', codingId).execute();
};
