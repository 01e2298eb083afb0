import { sql } from 'kysely';
import type { CodeId, CodingId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';
import { codingColumns, toCoding, type StoredCoding } from './codings.ts';

/** All codings with these codes in every layer, in reading order; held until the transaction ends. */
export const lockCodingsOfCodes = async (trx: Db, codeIds: readonly CodeId[]): Promise<readonly StoredCoding[]> => {
	const rows = await trx
		.selectFrom('codings')
		.select(codingColumns)
		.where('code_id', '=', sql<string>`any(${[...codeIds]}::uuid[])`)
		.where('deleted_at', 'is', null)
		.orderBy('source_id')
		.orderBy('start_position')
		.orderBy('id')
		.forUpdate()
		.execute();
	return rows.map(toCoding);
};

/**
 * Gives codings another code: those of them that have the code `from` now, unless that coder has the other code on the
 * very same passage already; answers which.
 */
export const recodeCodings = async (
	trx: Db,
	{ ids, from, into, at }: { ids: readonly CodingId[]; from: CodeId; into: CodeId; at: Date }
): Promise<readonly CodingId[]> => {
	const rows = await trx
		.updateTable('codings')
		.set({ code_id: into, changed_at: at })
		.where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
		.where('code_id', '=', from)
		.where('deleted_at', 'is', null)
		.where(
			sql<boolean>`not exists (select from codings as other where other.code_id = ${into}::uuid
				and other.source_id = codings.source_id and other.coder_id = codings.coder_id
				and other.start_position = codings.start_position and other.end_position = codings.end_position
				and other.deleted_at is null)`
		)
		.returning('id')
		.execute();
	return rows.map(({ id }) => id);
};
