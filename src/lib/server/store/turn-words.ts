import { sql, type RawBuilder } from 'kysely';
import type { SourceId } from '../../domain/project/ids.ts';
import { positionMap } from '../../domain/text/position.ts';
import { formsIn, type AskedPart, type Stems } from '../../query/word-search.ts';
import type { Db } from './database.ts';

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

/** Which of these sources have no words of their present turns yet. */
export const listUnworded = async (db: Db, sources: RawBuilder<unknown>): Promise<readonly SourceId[]> => {
	const { rows } = await sql<{ id: SourceId }>`select sources.id from sources where ${sources}
		and not exists (select from turn_words where turn_words.source_id = sources.id
			and turn_words.version = sources.version)
		and exists (select from turns where turns.source_id = sources.id and turns.version = sources.version)`.execute(db);
	return rows.map(({ id }) => id);
};

/**
 * Keeps the words of the present turns of a source, so that they are found without reading its text. Two at once do no
 * harm, and a text that changes meanwhile is left for the next time.
 */
export const keepWords = async (db: Db, sourceId: SourceId): Promise<void> => {
	const { rows } = await sql<{ version: number; text: string; ordinals: number[]; starts: number[]; ends: number[] }>`
		select sources.version, source_versions.text, cut.* from sources
			join source_versions on source_versions.source_id = sources.id and source_versions.version = sources.version
			cross join lateral (
				select array_agg(ordinal order by ordinal) as ordinals, array_agg(start_position order by ordinal) as starts,
					array_agg(end_position order by ordinal) as ends
				from turns where turns.source_id = sources.id and turns.version = sources.version
			) as cut
		where sources.id = ${sourceId}::uuid and cut.ordinals is not null`.execute(db);
	const [source] = rows;
	if (!source) return;
	const map = positionMap(source.text);
	const forms = source.starts.map((start, at) => formsIn(map.slice(start, source.ends[at] ?? start)));
	const stems = await stemsOf(db, forms.flat());
	await sql`insert into turn_words (source_id, version, ordinal, words)
		select ${sourceId}::uuid, ${source.version}::int, given.ordinal, given.words::tsvector from unnest(
			${source.ordinals}::int[], ${source.starts}::int[], ${source.ends}::int[],
			${forms.map((words) => placedWords(words, stems))}::text[]
		) as given (ordinal, start_position, end_position, words)
			join turns on turns.source_id = ${sourceId}::uuid and turns.version = ${source.version}::int
				and turns.ordinal = given.ordinal and turns.start_position = given.start_position
				and turns.end_position = given.end_position
		on conflict do nothing`.execute(db);
};

/** Lets go of the words of older texts: what was taken out of a text is not to be found in them. */
export const dropOlderWords = async (trx: Db, sourceId: SourceId, version: number): Promise<void> => {
	await trx.deleteFrom('turn_words').where('source_id', '=', sourceId).where('version', '<>', version).execute();
};

// Limits of a tsvector of PostgreSQL ("Text Search Limitations"): places up to 16,383, 256 of one word, words below 2 KB.
const mostWords = 16_000;
const mostOfOne = 255;
const longestWord = 500;

/**
 * The words of a turn in their order as the text of a `tsvector`; null when it cannot hold them all. Words are letters,
 * marks and digits only, so nothing in them has to be escaped.
 */
const placedWords = (forms: readonly string[], stems: Stems): string | null => {
	if (forms.length > mostWords) return null;
	const places = new Map<string, number[]>();
	forms.forEach((form, at) => {
		for (const lexeme of [`=${form}`, `~${stems.get(form) ?? form}`]) {
			const ofOne = places.get(lexeme);
			if (ofOne) ofOne.push(at + 1);
			else places.set(lexeme, [at + 1]);
		}
	});
	const lexemes = [...places];
	if (lexemes.some(([lexeme, at]) => at.length > mostOfOne || lexeme.length > longestWord)) return null;
	return lexemes.map(([lexeme, at]) => `'${lexeme}':${at.join(',')}`).join(' ');
};

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
