import { sql } from 'kysely';
import type { Coding, Layer } from '../../domain/coding/coding.ts';
import type { CompactCoding } from '../../domain/coding/compact.ts';
import type { CodeId, CodingId, ProjectId, SourceId, UserId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';
import { valencesOf } from './codings.ts';

/** The codings of a source as a desk shows them, still with the ids that become places in its lists. */
export type DeskRow = readonly [
	id: CodingId,
	start: number,
	end: number,
	codeId: CodeId,
	coderId: UserId,
	...(CompactCoding extends readonly [unknown, unknown, unknown, unknown, unknown, ...infer Rest] ? Rest : never)
];

/**
 * All codings of one source in reading order: of the shared layer, or of one blind coder. The database writes them as
 * one JSON text, which Node reads several times faster than thousands of rows.
 */
export const listDeskRows = async (
	db: Db,
	sourceId: SourceId,
	layer: Layer,
	coderId: UserId | null
): Promise<readonly DeskRow[]> => {
	const { rows } = await sql<{ codings: DeskRow[] | null }>`select json_agg(json_build_array(codings.id,
			start_position, end_position, code_id, coder_id, change, level, is_important::int,
			(memo <> '')::int, floor(extract(epoch from coded_at) * 1000)::bigint,
			case when changed_at <> coded_at then floor(extract(epoch from changed_at) * 1000)::bigint end,
			floor(extract(epoch from code_set_at) * 1000)::bigint, decided_at
		) order by start_position, end_position desc, codings.id) as codings
		from codings join codes on codes.id = codings.code_id and codes.deleted_at is null
		where source_id = ${sourceId} and codings.deleted_at is null and layer = ${layer}
			and (${coderId}::uuid is null or coder_id = ${coderId}::uuid)`.execute(db);
	return rows[0]?.codings ?? [];
};

/** The codings of a source that were made, changed or removed from a moment on, of all layers. */
export const listCodingsSince = async (
	db: Db,
	sourceId: SourceId,
	since: Date
): Promise<{ readonly present: readonly CodingId[]; readonly removed: readonly CodingId[] }> => {
	const rows = await db
		.selectFrom('codings')
		.select(['id', 'deleted_at'])
		.where('source_id', '=', sourceId)
		.where(({ or, eb }) => or([eb('changed_at', '>=', since), eb('deleted_at', '>=', since)]))
		.execute();
	return {
		present: rows.filter(({ deleted_at }) => deleted_at === null).map(({ id }) => id),
		removed: rows.filter(({ deleted_at }) => deleted_at !== null).map(({ id }) => id)
	};
};

/** The names of people who made codings, in the order in which they joined. */
export const findCoderNames = async (
	db: Db,
	userIds: readonly UserId[]
): Promise<readonly { readonly id: UserId; readonly name: string }[]> =>
	db
		.selectFrom('users')
		.select(['id', 'name'])
		.where('id', '=', sql<string>`any(${[...userIds]}::uuid[])`)
		.orderBy('id')
		.execute();

/** A coding with the name of who made it, as it is sent to other screens. */
export type CodingOfEvent = Omit<Coding, 'memo'> & {
	readonly projectId: ProjectId;
	readonly hasMemo: boolean;
	readonly coderName: string;
	readonly changedAt: string;
};

/** The codings of an event that still exist. */
export const findCodingsOfEvent = async (
	db: Db,
	projectId: ProjectId,
	codingIds: readonly CodingId[]
): Promise<readonly CodingOfEvent[]> => {
	const rows = await db
		.selectFrom('codings')
		.innerJoin('users', 'users.id', 'codings.coder_id')
		.select([
			'codings.id',
			'codings.project_id',
			'codings.source_id',
			'codings.version',
			'codings.start_position',
			'codings.end_position',
			'codings.code_id',
			'codings.coder_id',
			'codings.change',
			'codings.level',
			'codings.is_important',
			'codings.layer',
			'codings.coded_at',
			'codings.code_set_at',
			'codings.decided_at',
			'codings.changed_at',
			'users.name as coder_name'
		])
		.select(sql<boolean>`codings.memo <> ''`.as('has_memo'))
		.where('codings.id', '=', sql<string>`any(${[...codingIds]}::uuid[])`)
		.where('codings.project_id', '=', projectId)
		.where('codings.deleted_at', 'is', null)
		.execute();
	return rows.map((row) => ({
		id: row.id,
		projectId: row.project_id,
		sourceId: row.source_id,
		version: row.version,
		range: { start: row.start_position, end: row.end_position },
		codeId: row.code_id,
		coderId: row.coder_id,
		coderName: row.coder_name,
		valences: valencesOf(row),
		isImportant: row.is_important,
		hasMemo: row.has_memo,
		layer: row.layer,
		codedAt: row.coded_at.toISOString(),
		codeSetAt: (row.code_set_at ?? row.coded_at).toISOString(),
		...(row.decided_at && { decidedAt: row.decided_at }),
		changedAt: row.changed_at.toISOString()
	}));
};
