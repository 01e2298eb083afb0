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

/** When a coding got the code it has now, as it is kept with its earlier codes. */
const moment = sql`to_char(coalesce(code_set_at, coded_at) at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Which codings go from which code to which one. */
type Recoding = {
	readonly ids: readonly CodingId[];
	readonly from: CodeId;
	readonly into: CodeId;
	readonly at: Date;
	readonly how: 'chosen' | 'followed' | 'back';
};

/**
 * Gives codings another code: those of them that have the code `from` now, unless that coder has the other code on the
 * very same passage already; answers which. `how` tells from which moment they have it (`codeGiven`): now, where
 * somebody chose it for each of them; the one of the code that it comes from, where they follow a merge; or the one from
 * before, where that is taken back.
 */
export const recodeCodings = async (trx: Db, { ids, from, into, at, how }: Recoding): Promise<readonly CodingId[]> => {
	const rows = await trx
		.updateTable('codings')
		.set({
			code_id: into,
			changed_at: at,
			...(how === 'chosen' && { code_set_at: at }),
			...(how === 'back' && {
				code_set_at: sql<Date | null>`nullif(coalesce((earlier_codes ->> ${into}::text)::timestamptz, code_set_at), coded_at)`
			}),
			earlier_codes:
				how === 'chosen'
					? sql<string>`earlier_codes - ${into}::text || jsonb_build_object(${from}::text, ${moment})`
					: sql<string>`earlier_codes - ${into}::text`
		})
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
