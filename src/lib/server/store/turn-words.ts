import { sql, type RawBuilder } from 'kysely';
import type { SourceId } from '../../domain/project/ids.ts';
import { positionMap } from '../../domain/text/position.ts';
import { formsIn, type AskedPart, type Stems } from '../../query/word-search.ts';
import type { Db } from './database.ts';
import { inTransaction } from './transaction.ts';

/** What the database said before, for so many words: a stem never changes. */
const known = new Map<string, string | null>();
const mostKnown = 200_000;

/** The Dutch stems of words in small letters, as the database makes them; words without a stem are left out. */
export const stemsOf = async (db: Db, words: readonly string[]): Promise<ReadonlyMap<string, string>> => {
	const asked = [...new Set(words)];
	const unknown = asked.filter((word) => !known.has(word));
	if (known.size + unknown.length > mostKnown) known.clear();
	const fresh = unknown.length > 0 ? await readStems(db, unknown) : new Map<string, string>();
	for (const word of unknown) known.set(word, fresh.get(word) ?? null);
	return new Map(
		asked.flatMap((word) => {
			const stem = known.get(word) ?? fresh.get(word) ?? null;
			return stem === null ? [] : [[word, stem] as const];
		})
	);
};

const readStems = async (db: Db, words: readonly string[]): Promise<ReadonlyMap<string, string>> => {
	const { rows } = await sql<{ word: string; stem: string }>`select word, stem from (
			select word, (ts_lexize('pg_catalog.dutch_stem', word))[1] as stem from unnest(${[...words]}::text[]) as given (word)
		) as stemmed where stem is not null`.execute(db);
	return new Map(rows.map(({ word, stem }) => [word, stem]));
};

/** Released texts whose words are not kept yet, or of another version: all, or those of `sources`. */
export const listUnworded = async (
	db: Db,
	sources: RawBuilder<unknown> = sql`sources.status = 'released' and sources.deleted_at is null`
): Promise<readonly SourceId[]> => {
	const { rows } = await sql<{ id: SourceId }>`select sources.id from sources
		where ${sources} and sources.words_of is distinct from sources.version`.execute(db);
	return rows.map(({ id }) => id);
};

type Cut = { version: number; text: string; ordinals: number[]; starts: number[]; ends: number[] };

/**
 * Keeps the words of the present turns of a source, so that they are found without reading its text. Holds the source
 * meanwhile, so that nobody cuts it anew; two at once do no harm.
 */
export const keepWords = (db: Db, sourceId: SourceId): Promise<void> =>
	inTransaction(db, async (trx) => {
		const { rows } = await sql<Cut>`select sources.version, source_versions.text, cut.* from sources
				join source_versions on source_versions.source_id = sources.id and source_versions.version = sources.version
				cross join lateral (
					select coalesce(array_agg(ordinal order by ordinal), '{}') as ordinals,
						coalesce(array_agg(start_position order by ordinal), '{}') as starts,
						coalesce(array_agg(end_position order by ordinal), '{}') as ends
					from turns where turns.source_id = sources.id and turns.version = sources.version
				) as cut
			where sources.id = ${sourceId}::uuid and sources.words_of is distinct from sources.version
			for update of sources`.execute(trx);
		const [source] = rows;
		if (!source) return;
		const map = positionMap(source.text);
		const forms = source.starts.map((start, at) => formsIn(map.slice(start, source.ends[at] ?? start)));
		const stems = await stemsOf(trx, forms.flat());
		await dropWords(trx, sourceId);
		await sql`insert into turn_words (source_id, version, ordinal, words)
			select ${sourceId}::uuid, ${source.version}::int, given.ordinal, given.words::tsvector from unnest(
				${source.ordinals}::int[], ${forms.map((words) => placedWords(words, stems))}::text[]
			) as given (ordinal, words)`.execute(trx);
		await trx.updateTable('sources').set({ words_of: source.version }).where('id', '=', sourceId).execute();
	});

/** Lets go of the words of a source whose text or cut changes: what was taken out of it is not to be found in them. */
export const dropWords = async (trx: Db, sourceId: SourceId): Promise<void> => {
	await trx.deleteFrom('turn_words').where('source_id', '=', sourceId).execute();
	await trx.updateTable('sources').set({ words_of: null }).where('id', '=', sourceId).execute();
};

// Limits of a tsvector of PostgreSQL ("Text Search Limitations"): places up to 16,383, 256 of one word, words below 2 KB.
const mostWords = 16_000;
const mostOfOne = 255;
const longestWord = 500;

const tooLong = `'*'`;

/**
 * The words of a turn in their order as the text of a `tsvector`, or a sign that it cannot hold them all. Words are
 * letters, marks and digits only, so nothing in them has to be escaped.
 */
const placedWords = (forms: readonly string[], stems: Stems): string => {
	if (forms.length > mostWords) return tooLong;
	const places = new Map<string, number[]>();
	forms.forEach((form, at) => {
		for (const lexeme of [`=${form}`, `~${stems.get(form) ?? form}`]) {
			const ofOne = places.get(lexeme);
			if (ofOne) ofOne.push(at + 1);
			else places.set(lexeme, [at + 1]);
		}
	});
	const lexemes = [...places];
	if (lexemes.some(([lexeme, at]) => at.length > mostOfOne || lexeme.length > longestWord)) return tooLong;
	return lexemes.map(([lexeme, at]) => `'${lexeme}':${at.join(',')}`).join(' ');
};

/** Turns whose words are not kept, as a `tsquery`. */
export const isTooLong = tooLong;

/** What is asked as the text of a `tsquery` over these words: all parts in one turn, the words of a part side by side. */
export const wordQuery = (asked: readonly AskedPart[], stems: Stems): string =>
	asked
		.map((words) =>
			words
				.map(({ word, isStart }) => (isStart ? `'=${word.slice(0, longestWord)}':*` : `'~${stems.get(word) ?? word}'`))
				.join(' <-> ')
		)
		.map((part) => `(${part})`)
		.join(' & ');
