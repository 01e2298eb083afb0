import { sql, type Selectable } from 'kysely';
import type { Anchor, Coding, Layer } from '../../domain/coding/coding.ts';
import type { CompactCoding } from '../../domain/coding/compact.ts';
import type { Change, Level, Valences } from '../../domain/coding/valence.ts';
import type { CodeId, CodingId, ProjectId, SourceId, UserId } from '../../domain/project/ids.ts';
import type { Range } from '../../domain/text/range.ts';
import type { Db } from './database.ts';
import type { Database } from './schema.ts';

/** A coding with the words it was made on and when it last changed. */
export type StoredCoding = Coding & Anchor & { readonly changedAt: string };

const columns = [
	'id',
	'source_id',
	'version',
	'start_position',
	'end_position',
	'quote',
	'prefix',
	'suffix',
	'code_id',
	'coder_id',
	'change',
	'level',
	'memo',
	'is_important',
	'layer',
	'coded_at',
	'changed_at'
] as const;

/** Several codes put on one passage by one coder. */
export type NewCodings = {
	readonly projectId: ProjectId;
	readonly sourceId: SourceId;
	readonly version: number;
	readonly range: Range;
	readonly anchor: Anchor;
	readonly coderId: UserId;
	readonly valences: Valences;
	readonly memo: string;
	readonly isImportant: boolean;
	readonly layer: Layer;
	readonly at: Date;
	readonly codes: readonly { readonly id: CodingId; readonly codeId: CodeId }[];
};

/**
 * Stores codings in one statement, which checks once more that the source is released in this version and the codes
 * can be applied: whoever changes those first holds the source. Answers the codes that were stored; the others were
 * there already, or the source or code changed meanwhile.
 */
export const insertCodings = async (db: Db, made: NewCodings): Promise<readonly CodeId[]> => {
	const { rows } = await sql<{ code_id: string }>`insert into codings (id, project_id, source_id, version,
			start_position, end_position, quote, prefix, suffix, code_id, coder_id, change, level, memo, is_important,
			layer, coded_at, changed_at)
		select given.id, ${made.projectId}, sources.id, sources.version,
			${made.range.start}::int, ${made.range.end}::int,
			${made.anchor.quote}, ${made.anchor.prefix}, ${made.anchor.suffix}, codes.id, ${made.coderId}::uuid,
			${made.valences.change}, ${made.valences.level}, ${made.memo}, ${made.isImportant}::boolean,
			${made.layer}, ${made.at}::timestamptz, ${made.at}::timestamptz
		from unnest(${made.codes.map(({ id }) => id)}::uuid[], ${made.codes.map(({ codeId }) => codeId)}::uuid[])
				as given (id, code_id)
			join codes on codes.id = given.code_id and codes.deleted_at is null and codes.is_codable
			join sources on sources.id = ${made.sourceId} and sources.version = ${made.version}
				and sources.status = 'released' and sources.deleted_at is null
		for key share of sources, codes
		on conflict (source_id, start_position, end_position, code_id, coder_id) where deleted_at is null do nothing
		returning code_id`.execute(db);
	return rows.map(({ code_id }) => code_id);
};

/** Those of new codings that were there already: the same codes on the same passage by the same coder. */
export const findSameCodings = async (
	db: Db,
	{ sourceId, range, coderId, codes }: Pick<NewCodings, 'sourceId' | 'range' | 'coderId' | 'codes'>
): Promise<readonly { readonly id: CodingId; readonly codeId: CodeId }[]> =>
	db
		.selectFrom('codings')
		.select(['id', 'code_id as codeId'])
		.where('source_id', '=', sourceId)
		.where('start_position', '=', range.start)
		.where('end_position', '=', range.end)
		.where('coder_id', '=', coderId)
		.where(
			'code_id',
			'in',
			codes.map(({ codeId }) => codeId)
		)
		.where('deleted_at', 'is', null)
		.execute();

/** A coding of a project, unless it was removed; `lock` holds it until the transaction ends. */
export const findCoding = async (
	db: Db,
	projectId: ProjectId,
	codingId: CodingId,
	lock: 'lock' | 'read' = 'read'
): Promise<StoredCoding | null> => {
	const row = await db
		.selectFrom('codings')
		.select(columns)
		.where('id', '=', codingId)
		.where('project_id', '=', projectId)
		.where('deleted_at', 'is', null)
		.$if(lock === 'lock', (query) => query.forUpdate())
		.executeTakeFirst();
	return row ? toCoding(row) : null;
};

/** A coding that was removed in one step, for undoing it; held until the transaction ends. */
export const findRemovedCoding = async (
	trx: Db,
	projectId: ProjectId,
	codingId: CodingId,
	deletionId: string
): Promise<StoredCoding | null> => {
	const row = await trx
		.selectFrom('codings')
		.select(columns)
		.where('id', '=', codingId)
		.where('project_id', '=', projectId)
		.where('deletion_id', '=', deletionId)
		.where('deleted_at', 'is not', null)
		.forUpdate()
		.executeTakeFirst();
	return row ? toCoding(row) : null;
};

/** Stores what can change of a coding. Who gives it another place has looked at it, and made it there. */
export const updateCoding = async (trx: Db, coding: StoredCoding, at: Date): Promise<void> => {
	const { start, end } = coding.range;
	const unlessMoved = (column: 'changed_in' | 'made_in' | 'made_start' | 'made_end') =>
		sql<number | null>`case when start_position = ${start}::int and end_position = ${end}::int
			then ${sql.ref(column)} end`;
	await trx
		.updateTable('codings')
		.set({
			changed_in: unlessMoved('changed_in'),
			made_in: unlessMoved('made_in'),
			made_start: unlessMoved('made_start'),
			made_end: unlessMoved('made_end'),
			version: coding.version,
			start_position: coding.range.start,
			end_position: coding.range.end,
			quote: coding.quote,
			prefix: coding.prefix,
			suffix: coding.suffix,
			code_id: coding.codeId,
			change: coding.valences.change,
			level: coding.valences.level,
			memo: coding.memo,
			is_important: coding.isImportant,
			changed_at: at
		})
		.where('id', '=', coding.id)
		.execute();
};

/** All codings with these codes in every layer, in reading order; held until the transaction ends. */
export const lockCodingsOfCodes = async (trx: Db, codeIds: readonly CodeId[]): Promise<readonly StoredCoding[]> => {
	const rows = await trx
		.selectFrom('codings')
		.select(columns)
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

/** Hides codings in one step. */
export const softDeleteCodings = async (
	trx: Db,
	codingIds: readonly CodingId[],
	deletionId: string,
	at: Date
): Promise<void> => {
	await trx
		.updateTable('codings')
		.set({ deleted_at: at, deletion_id: deletionId })
		.where('id', '=', sql<string>`any(${[...codingIds]}::uuid[])`)
		.where('deleted_at', 'is', null)
		.execute();
};

/** What a step hid and lost its words meanwhile cannot come back to its place: it waits on the list of orphans. */
export const listLostAgain = async (trx: Db, projectId: ProjectId, deletionId: string): Promise<void> => {
	await trx
		.updateTable('codings')
		.set({ deletion_id: null })
		.where('project_id', '=', projectId)
		.where('deletion_id', '=', deletionId)
		.where('orphaned_in', 'is not', null)
		.execute();
};

/** Brings back the codings that one step hid, where the coder did not put that code there anew; how many. */
export const restoreCodings = async (trx: Db, projectId: ProjectId, deletionId: string): Promise<number> => {
	await listLostAgain(trx, projectId, deletionId);
	const rows = await trx
		.updateTable('codings')
		.set({ deleted_at: null, deletion_id: null })
		.where('project_id', '=', projectId)
		.where('deletion_id', '=', deletionId)
		.where(
			sql<boolean>`not exists (select from codings as other where other.code_id = codings.code_id
				and other.source_id = codings.source_id and other.coder_id = codings.coder_id
				and other.start_position = codings.start_position and other.end_position = codings.end_position
				and other.deleted_at is null)`
		)
		.returning('id')
		.execute();
	return rows.length;
};

/** Hides a coding, so that it can come back; its step has an id of its own. */
export const softDeleteCoding = async (trx: Db, codingId: CodingId, deletionId: string, at: Date): Promise<void> => {
	await trx
		.updateTable('codings')
		.set({ deleted_at: at, deletion_id: deletionId })
		.where('id', '=', codingId)
		.execute();
};

/** Brings a hidden coding back. */
export const undeleteCoding = async (trx: Db, codingId: CodingId, at: Date): Promise<void> => {
	await trx
		.updateTable('codings')
		.set({ deleted_at: null, deletion_id: null, changed_at: at })
		.where('id', '=', codingId)
		.execute();
};

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
			(memo <> '')::int, floor(extract(epoch from coded_at) * 1000)::bigint
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

/** How many codings a source has, in all layers; codings of removed codes come back with them, so they count. */
export const countCodingsOfSource = async (db: Db, sourceId: SourceId): Promise<number> => {
	const { rows } = await sql<{ codings: number }>`select count(*)::int as codings from codings
		where source_id = ${sourceId} and deleted_at is null`.execute(db);
	return rows[0]?.codings ?? 0;
};

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
		changedAt: row.changed_at.toISOString()
	}));
};

const valencesOf = ({ change, level }: { change: Change | null; level: Level | null }): Valences => ({ change, level });

const toCoding = (row: Pick<Selectable<Database['codings']>, (typeof columns)[number]>): StoredCoding => ({
	id: row.id,
	sourceId: row.source_id,
	version: row.version,
	range: { start: row.start_position, end: row.end_position },
	quote: row.quote,
	prefix: row.prefix,
	suffix: row.suffix,
	codeId: row.code_id,
	coderId: row.coder_id,
	valences: valencesOf(row),
	memo: row.memo,
	isImportant: row.is_important,
	layer: row.layer,
	codedAt: row.coded_at.toISOString(),
	changedAt: row.changed_at.toISOString()
});
