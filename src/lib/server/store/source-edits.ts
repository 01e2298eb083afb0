import { sql } from 'kysely';
import type { CarriedCoding, CodingFate } from '../../domain/coding/carry-codings.ts';
import type { Anchor } from '../../domain/coding/coding.ts';
import type { SourceId, UserId } from '../../domain/project/ids.ts';
import type { ReadAs } from '../../domain/source/file-reading.ts';
import type { Edit } from '../../domain/text/edit.ts';
import type { Position } from '../../domain/text/position.ts';
import type { Range } from '../../domain/text/range.ts';
import type { Db } from './database.ts';
import type { StoredText } from './sources.ts';

/** A text as an edit made it. */
export type NewVersion = StoredText & {
	readonly version: number;
	readonly characters: Position;
	readonly operations: Edit;
	readonly reason: string;
	/** the versions before are only for who prepares the text: not released yet, or words that others should not read */
	readonly closesBefore: boolean;
	/** of how many turns the time was corrected in it */
	readonly times: number;
	/** how the file was read that this text comes from; null = an edit made it */
	readonly readAs: ReadAs | null;
};

/** Stores the next version of a text, and makes it the present one; inside a transaction that holds the source. */
export const insertVersion = async (
	trx: Db,
	sourceId: SourceId,
	{ version, text, sha256, characters, operations, reason, closesBefore, times, readAs }: NewVersion,
	{ by, at }: { readonly by: UserId; readonly at: Date }
): Promise<void> => {
	await trx
		.insertInto('source_versions')
		.values({
			source_id: sourceId,
			...{ version, text, sha256, reason, times },
			operations: JSON.stringify(operations),
			closes_before: closesBefore,
			read_as: readAs && JSON.stringify(readAs),
			created_by: by,
			created_at: at
		})
		.execute();
	await trx.updateTable('sources').set({ version, characters }).where('id', '=', sourceId).execute();
};

/** A coding with the words it was made on. */
export type QuotedCoding = CarriedCoding & { readonly quote: string; readonly isRemoved: boolean };

/**
 * The codings on the present version of a text, of every layer; held until the transaction ends. Removed ones too: they
 * can come back.
 */
export const lockCodingsOfSource = async (
	trx: Db,
	sourceId: SourceId,
	version: number
): Promise<readonly QuotedCoding[]> => {
	const rows = await trx
		.selectFrom('codings')
		.select(['id', 'start_position', 'end_position', 'code_id', 'coder_id', 'coded_at', 'quote', 'deleted_at'])
		.where('source_id', '=', sourceId)
		.where('version', '=', version)
		.where('orphaned_in', 'is', null)
		.orderBy('start_position')
		.orderBy('id')
		.forUpdate()
		.execute();
	return rows.map((row) => ({
		id: row.id,
		range: { start: row.start_position, end: row.end_position },
		codeId: row.code_id,
		coderId: row.coder_id,
		codedAt: row.coded_at.toISOString(),
		quote: row.quote,
		isRemoved: row.deleted_at !== null
	}));
};

const outOfTheWay = 1_000_000_000; // more characters than any text has
const atOnce = 2_000; // codings in one statement

/** What is stored of a coding that goes along: its new words, and the place where it stood before. */
type CarriedPlaces = {
	readonly anchorOf: (fate: Exclude<CodingFate, { kind: 'orphaned' }>) => Anchor;
	readonly placeOf: (codingId: string) => Range;
};

/** Gives codings their place in a new version of the text; orphans are hidden and keep their old place and words. */
export const storeFates = async (
	trx: Db,
	sourceId: SourceId,
	version: number,
	fates: readonly CodingFate[],
	{ anchorOf, placeOf }: CarriedPlaces,
	at: Date
): Promise<void> => {
	const orphans = fates.filter((fate) => fate.kind === 'orphaned');
	await sql`update codings set orphaned_in = ${version}::int, orphaned_at = given.at,
			deleted_at = coalesce(codings.deleted_at, ${at}::timestamptz)
		from unnest(${orphans.map(({ id }) => id)}::uuid[], ${orphans.map((fate) => fate.at)}::int[]) as given (id, at)
		where codings.id = given.id`.execute(trx);
	// Codings of one coder and code move over each other's places: first all of them out of the way.
	await sql`update codings set start_position = start_position + ${outOfTheWay}::int,
			end_position = end_position + ${outOfTheWay}::int
		where source_id = ${sourceId} and deleted_at is null`.execute(trx);
	const carried = fates.filter((fate) => fate.kind !== 'orphaned');
	for (let from = 0; from < carried.length; from += atOnce) {
		const part = carried.slice(from, from + atOnce);
		const anchors = part.map(anchorOf);
		await sql`update codings set version = ${version}::int, start_position = given.start, end_position = given.end,
				made_in = coalesce(made_in, codings.version),
				made_start = case when made_in is null then given.was_start else made_start end,
				made_end = case when made_in is null then given.was_end else made_end end,
				quote = given.quote, prefix = given.prefix, suffix = given.suffix,
				changed_in = case when given.is_changed then ${version}::int else changed_in end,
				changed_at = case when given.is_changed then ${at}::timestamptz else changed_at end
			from unnest(
				${part.map(({ id }) => id)}::uuid[],
				${part.map(({ range }) => range.start)}::int[],
				${part.map(({ range }) => range.end)}::int[],
				${part.map(({ id }) => placeOf(id).start)}::int[],
				${part.map(({ id }) => placeOf(id).end)}::int[],
				${anchors.map(({ quote }) => quote)}::text[],
				${anchors.map(({ prefix }) => prefix)}::text[],
				${anchors.map(({ suffix }) => suffix)}::text[],
				${part.map(({ kind }) => kind === 'changed')}::boolean[]
			) as given (id, start, "end", was_start, was_end, quote, prefix, suffix, is_changed)
			where codings.id = given.id`.execute(trx);
	}
};

/** A place in a text that something other than a coding keeps: where a turn that a memo is about begins. */
export type KeptPlace = { readonly id: string; readonly position: Position };

/** The memos on turns of a source, with where those turns begin. */
export const listMemoPlaces = async (trx: Db, sourceId: SourceId): Promise<readonly KeptPlace[]> => {
	const rows = await trx
		.selectFrom('memos')
		.select(['id', 'text_position'])
		.where('source_id', '=', sourceId)
		.where('text_position', 'is not', null)
		.execute();
	return rows.map(({ id, text_position }) => ({ id, position: text_position ?? 0 }));
};

/** Gives memos on turns their place in a new version of the text. */
export const storeMemoPlaces = async (trx: Db, version: number, places: readonly KeptPlace[]): Promise<void> => {
	await sql`update memos set text_version = ${version}::int, text_position = given.position
		from unnest(${places.map(({ id }) => id)}::uuid[], ${places.map(({ position }) => position)}::int[])
			as given (id, position)
		where memos.id = given.id`.execute(trx);
};

/** The passages that a code is proposed for, in the present version of a text. */
export const listProposedPlaces = async (
	trx: Db,
	sourceId: SourceId,
	version: number
): Promise<readonly { readonly id: string; readonly start: Position; readonly end: Position }[]> => {
	const rows = await trx
		.selectFrom('code_proposals')
		.select(['id', 'start_position', 'end_position'])
		.where('source_id', '=', sourceId)
		.where('text_version', '=', version)
		.execute();
	return rows.map(({ id, start_position, end_position }) => ({ id, start: start_position, end: end_position }));
};

/** Gives proposals their place in a new version of the text; one whose words are gone keeps its old place. */
export const storeProposedPlaces = async (
	trx: Db,
	version: number,
	places: readonly { readonly id: string; readonly start: Position; readonly end: Position }[]
): Promise<void> => {
	await sql`update code_proposals set text_version = ${version}::int, start_position = given.start, end_position = given.end
		from unnest(${places.map(({ id }) => id)}::uuid[], ${places.map(({ start }) => start)}::int[],
			${places.map(({ end }) => end)}::int[]) as given (id, start, "end")
		where code_proposals.id = given.id`.execute(trx);
};

/** Where the orphans of a source stood, counted over its present text; those that were dismissed too: they can come back. */
export const listOrphanPlaces = async (trx: Db, sourceId: SourceId): Promise<readonly KeptPlace[]> => {
	const rows = await trx
		.selectFrom('codings')
		.select(['id', 'orphaned_at'])
		.where('source_id', '=', sourceId)
		.where('orphaned_in', 'is not', null)
		.execute();
	return rows.map(({ id, orphaned_at }) => ({ id, position: orphaned_at ?? 0 }));
};

/** Keeps where orphans stood counted over the present text. */
export const storeOrphanPlaces = async (trx: Db, places: readonly KeptPlace[]): Promise<void> => {
	await sql`update codings set orphaned_at = given.position
		from unnest(${places.map(({ id }) => id)}::uuid[], ${places.map(({ position }) => position)}::int[])
			as given (id, position)
		where codings.id = given.id`.execute(trx);
};

/** The words kept with codings of a source that lost their passage. */
export const listOrphanWords = async (
	trx: Db,
	sourceId: SourceId
): Promise<readonly (Anchor & { readonly id: string })[]> =>
	trx
		.selectFrom('codings')
		.select(['id', 'quote', 'prefix', 'suffix'])
		.where('source_id', '=', sourceId)
		.where('orphaned_in', 'is not', null)
		.execute();

/** Stores other words with codings that lost their passage. */
export const storeOrphanWords = async (
	trx: Db,
	orphans: readonly (Anchor & { readonly id: string })[]
): Promise<void> => {
	for (const { id, quote, prefix, suffix } of orphans)
		await trx.updateTable('codings').set({ quote, prefix, suffix }).where('id', '=', id).execute();
};
