import { sql, type Selectable } from 'kysely';
import type { Anchor, Coding, Layer } from '../../domain/coding/coding.ts';
import type { CodeMoments } from '../../domain/coding/code-moments.ts';
import type { NoteWriters } from '../../domain/coding/note-writers.ts';
import type { Change, Level, Valences } from '../../domain/coding/valence.ts';
import type { CodeId, CodingId, ProjectId, SourceId, UserId } from '../../domain/project/ids.ts';
import type { Range } from '../../domain/text/range.ts';
import type { Db } from './database.ts';
import { keepPlan } from './prepare.ts';
import type { Database } from './schema.ts';

/** A coding with the words it was made on and when it last changed. */
export type StoredCoding = Coding &
	Anchor &
	NoteWriters &
	CodeMoments & {
		readonly changedAt: string;
	};

/** What is read of a coding to make a `StoredCoding` of it. */
export const codingColumns = [
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
	'memo_writers',
	'is_important',
	'layer',
	'coded_at',
	'code_set_at',
	'decided_at',
	'earlier_codes',
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
	const { rows } = await sql<{ code_id: string }>`${keepPlan} insert into codings (id, project_id, source_id, version,
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
		.select(codingColumns)
		.where('id', '=', codingId)
		.where('project_id', '=', projectId)
		.where('deleted_at', 'is', null)
		.$if(lock === 'lock', (query) => query.forUpdate())
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
			code_set_at: coding.codeSetAt === coding.codedAt ? null : new Date(coding.codeSetAt),
			decided_at: coding.decidedAt === undefined ? null : JSON.stringify(coding.decidedAt),
			earlier_codes: JSON.stringify(coding.earlierCodes),
			change: coding.valences.change,
			level: coding.valences.level,
			memo: coding.memo,
			memo_writers: [...coding.memoWriters],
			is_important: coding.isImportant,
			changed_at: at
		})
		.where('id', '=', coding.id)
		.execute();
};

/** How many codings a source has, in all layers; codings of removed codes come back with them, so they count. */
export const countCodingsOfSource = async (db: Db, sourceId: SourceId): Promise<number> => {
	const { rows } = await sql<{ codings: number }>`select count(*)::int as codings from codings
		where source_id = ${sourceId} and deleted_at is null`.execute(db);
	return rows[0]?.codings ?? 0;
};

/** The two columns of valences as one value. */
export const valencesOf = ({ change, level }: { change: Change | null; level: Level | null }): Valences => ({
	change,
	level
});

/** A row as a coding. */
export const toCoding = (row: Pick<Selectable<Database['codings']>, (typeof codingColumns)[number]>): StoredCoding => ({
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
	memoWriters: row.memo_writers,
	isImportant: row.is_important,
	layer: row.layer,
	codedAt: row.coded_at.toISOString(),
	codeSetAt: (row.code_set_at ?? row.coded_at).toISOString(),
	...(row.decided_at && { decidedAt: row.decided_at }),
	earlierCodes: row.earlier_codes,
	changedAt: row.changed_at.toISOString()
});
