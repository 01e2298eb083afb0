import { sql } from 'kysely';
import { referenceOf } from '../../domain/coding/coding.ts';
import type { Change, Level, Valences } from '../../domain/coding/valence.ts';
import type { AreaId, CodeId, CodingId, ProjectId, SourceId, UserId, WaveId } from '../../domain/project/ids.ts';
import { shortenedNow, type ShortenedNow } from '../../domain/report/shorten.ts';
import type { Group } from '../../domain/source/source.ts';
import type { Db } from './database.ts';
import type { DecidedRow } from './decisions.ts';
import { mayQuoteCoding } from './quote-consent.ts';

/** A passage as a joint display may quote it; the text is null when the respondent did not consent to quotes. */
export type StoredQuote = {
	readonly codingId: CodingId;
	/** the theme it was chosen for; the passage itself may carry a code below it */
	readonly codeId: CodeId;
	readonly sourceId: SourceId;
	readonly group: Group | null;
	readonly waveId: WaveId;
	readonly text: string | null;
	readonly reference: string;
	readonly valences: Valences;
	readonly isImportant: boolean;
};

/** A passage that was chosen, as somebody shortened it, with the code it carries now. */
export type StoredChoice = StoredQuote & ShortenedNow & { readonly codedAs: CodeId };

/** The quotes people chose for one joint display, in the order of choosing; those that may not be shown any more stay out. */
export const listChosenQuotes = async (
	db: Db,
	projectId: ProjectId,
	{ pillarId, areaId, fromWaveId, toWaveId }: Omit<DecidedRow, 'codeId'>
): Promise<readonly StoredChoice[]> => {
	const rows = await quotable(db, projectId)
		.innerJoin('chosen_quotes', 'chosen_quotes.coding_id', 'codings.id')
		.select(['chosen_quotes.code_id as theme_id', 'chosen_quotes.shortened'])
		.where('sources.status', '=', 'released')
		.where('sources.area_id', '=', areaId)
		.where('chosen_quotes.area_id', '=', areaId)
		.where('chosen_quotes.pillar_id', '=', pillarId)
		.where('chosen_quotes.from_wave_id', '=', fromWaveId)
		.where('chosen_quotes.to_wave_id', '=', toWaveId)
		.orderBy('chosen_quotes.chosen_at')
		.orderBy('codings.id')
		.execute();
	return rows.map(({ shortened, ...row }) => {
		const quote = toQuote(row, row.theme_id);
		return { ...quote, ...shortenedNow(quote.text, shortened), codedAs: row.code_id };
	});
};

/** A coding with what decides whether it can be quoted; null when there is no such coding in the shared layer. */
export const findQuotable = async (
	db: Db,
	projectId: ProjectId,
	codingId: CodingId
): Promise<(StoredQuote & { readonly areaId: AreaId; readonly isReleased: boolean }) | null> => {
	const row = await quotable(db, projectId)
		.select(['sources.area_id', 'sources.status'])
		.where('codings.id', '=', codingId)
		.executeTakeFirst();
	return row ? { ...toQuote(row, row.code_id), areaId: row.area_id, isReleased: row.status === 'released' } : null;
};

/** The place of a passage in the list: what is important first, then by the title of its interview, then as one reads. */
export type QuotePlace = {
	readonly isImportant: boolean;
	readonly sourceId: SourceId;
	readonly start: number;
	readonly codingId: CodingId;
};

/** Which passages a person may choose from. */
export type QuoteFilter = {
	readonly codeIds: readonly CodeId[];
	readonly sourceIds: readonly SourceId[];
	readonly group?: Group;
	readonly valence?: Change | Level;
	/** only what a coder marked as important (★) */
	readonly onlyImportant: boolean;
	/** the quote after which the page begins */
	readonly after?: QuotePlace;
	readonly limit: number;
};

export type QuoteChoice = StoredQuote & QuotePlace;

/** A page of passages to choose from, important ones (★) first, then by interview and place in the text; codes of one passage stand once each. */
export const listQuoteChoices = async (
	db: Db,
	projectId: ProjectId,
	{ codeIds, sourceIds, group, valence, onlyImportant, after, limit }: QuoteFilter
): Promise<readonly QuoteChoice[]> => {
	let query = quotable(db, projectId)
		.select('codings.start_position')
		.where('codings.code_id', '=', sql<string>`any(${[...codeIds]}::uuid[])`)
		.where('codings.source_id', '=', sql<string>`any(${[...sourceIds]}::uuid[])`);
	if (onlyImportant) query = query.where('codings.is_important', '=', true);
	if (group) query = query.where('sources.group', '=', group);
	if (valence === 'forward' || valence === 'backward') query = query.where('codings.change', '=', valence);
	else if (valence) query = query.where('codings.level', '=', valence);
	if (after)
		query = query.where(
			sql<boolean>`(not codings.is_important, lower(sources.title), sources.id, codings.start_position, codings.id) > (
				${!after.isImportant}::boolean, coalesce((select lower(title) from sources where id = ${after.sourceId}::uuid), ''),
				${after.sourceId}::uuid, ${after.start}::int, ${after.codingId}::uuid)`
		);
	const rows = await query
		.orderBy('codings.is_important', 'desc')
		.orderBy(sql`lower(sources.title)`)
		.orderBy('sources.id')
		.orderBy('codings.start_position')
		.orderBy('codings.id')
		.limit(limit)
		.execute();
	return rows.map((row) => ({ ...toQuote(row, row.code_id), start: row.start_position }));
};

/** Chooses a quote for a row; choosing it again changes nothing. */
export const insertChosenQuote = async (
	trx: Db,
	projectId: ProjectId,
	row: DecidedRow,
	codingId: CodingId,
	chosenBy: UserId,
	at: Date
): Promise<void> => {
	await trx
		.insertInto('chosen_quotes')
		.values({ project_id: projectId, ...keyOf(row), coding_id: codingId, chosen_by: chosenBy, chosen_at: at })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
};

/** Stores how a chosen quote is shortened; null = whole. */
export const storeShortened = async (
	trx: Db,
	projectId: ProjectId,
	row: DecidedRow,
	codingId: CodingId,
	words: string | null
): Promise<void> => {
	await trx
		.updateTable('chosen_quotes')
		.set({ shortened: words })
		.where('project_id', '=', projectId)
		.where((where) => where.and(keyOf(row)))
		.where('coding_id', '=', codingId)
		.execute();
};

/** The words of an interview in quotes that were shortened. */
export const listShortenedWords = async (
	db: Db,
	sourceId: SourceId
): Promise<readonly { readonly codingId: CodingId; readonly words: string }[]> => {
	const rows = await db
		.selectFrom('chosen_quotes')
		.innerJoin('codings', 'codings.id', 'chosen_quotes.coding_id')
		.select(['coding_id', 'shortened'])
		.distinct()
		.where('codings.source_id', '=', sourceId)
		.execute();
	return rows.flatMap(({ coding_id, shortened }) =>
		shortened === null ? [] : [{ codingId: coding_id, words: shortened }]
	);
};

/** Stores shortened words in which something was replaced. */
export const replaceShortenedWords = async (
	trx: Db,
	codingId: CodingId,
	{ before, after }: { readonly before: string; readonly after: string }
): Promise<void> => {
	await trx
		.updateTable('chosen_quotes')
		.set({ shortened: after })
		.where('coding_id', '=', codingId)
		.where('shortened', '=', before)
		.execute();
};

/** Takes a quote back; false when it was not chosen. */
export const deleteChosenQuote = async (
	trx: Db,
	projectId: ProjectId,
	row: DecidedRow,
	codingId: CodingId
): Promise<boolean> => {
	const deleted = await trx
		.deleteFrom('chosen_quotes')
		.where('project_id', '=', projectId)
		.where((where) => where.and(keyOf(row)))
		.where('coding_id', '=', codingId)
		.executeTakeFirst();
	return deleted.numDeletedRows > 0n;
};

const keyOf = (row: DecidedRow) => ({
	pillar_id: row.pillarId,
	area_id: row.areaId,
	from_wave_id: row.fromWaveId,
	to_wave_id: row.toWaveId,
	code_id: row.codeId
});

/** The turn in which a passage begins; labels between turns belong to the turn before. */
const turnOfCoding = sql<number | null>`(select ordinal from turns
	where turns.source_id = codings.source_id and turns.version = codings.version
		and turns.start_position <= codings.start_position
	order by turns.start_position desc limit 1)`;

/** Codings of the team on sources that were not deleted, to be narrowed by the caller. */
/** Passages of the team with what decides whether they can be quoted, as a query to narrow. */
export const quotable = (db: Db, projectId: ProjectId) =>
	db
		.selectFrom('codings')
		.innerJoin('sources', 'sources.id', 'codings.source_id')
		.innerJoin('waves', 'waves.id', 'sources.wave_id')
		.select([
			'codings.id as coding_id',
			'codings.code_id',
			'codings.source_id',
			'codings.quote',
			'codings.change',
			'codings.level',
			'codings.is_important',
			'sources.title as source_title',
			'sources.group',
			'sources.wave_id',
			'waves.year'
		])
		.select([turnOfCoding.as('turn'), mayQuoteCoding.as('quotes_allowed')])
		.where('codings.project_id', '=', projectId)
		.where('codings.layer', '=', 'shared')
		.where('codings.deleted_at', 'is', null)
		.where('sources.deleted_at', 'is', null);

/** A row of `quotable` as a quote of a theme; without its words where they may not be shown. */
export const toQuote = (
	row: {
		coding_id: string;
		source_id: string;
		quote: string;
		change: Change | null;
		level: Level | null;
		is_important: boolean;
		source_title: string;
		group: Group | null;
		wave_id: string;
		quotes_allowed: boolean;
		year: number;
		turn: number | null;
	},
	codeId: CodeId
): StoredQuote => ({
	codingId: row.coding_id,
	codeId,
	sourceId: row.source_id,
	group: row.group,
	waveId: row.wave_id,
	text: row.quotes_allowed ? row.quote : null,
	reference: referenceOf(row.source_title, row.year, row.turn ?? 1),
	valences: { change: row.change, level: row.level },
	isImportant: row.is_important
});
