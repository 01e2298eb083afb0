import { fromCursor, toPage } from '../../contract/cursor.ts';
import { parse } from '../../contract/parse.ts';
import { searchInput, searchQuery, type SearchAnswer, type SearchInput } from '../../contract/search.ts';
import { referenceOf } from '../../domain/coding/coding.ts';
import { fail, failAll, ok, type Result } from '../../domain/problem.ts';
import type { Access } from '../../domain/project/membership.ts';
import { findInText } from '../../domain/text/find.ts';
import type { ProjectId } from '../../domain/project/ids.ts';
import { codePointLength, positionMap } from '../../domain/text/position.ts';
import { contains, type Range } from '../../domain/text/range.ts';
import type { AskedId, AskedKind } from '../../query/asked-ids.ts';
import { snippetOf, widen } from '../../query/search-hit.ts';
import { askedParts, findWords, wordsOf } from '../../query/word-search.ts';
import type { Context } from '../access/context.ts';
import { permit, type Permit } from '../access/permit.ts';
import { findUnknown } from '../store/asked-ids.ts';
import type { Db } from '../store/database.ts';
import { letOthersIn } from '../store/let-others-in.ts';
import {
	countWordedTurns,
	keepWordsOf,
	listPlacesOfCode,
	listSearchedTurns,
	listWordedTurns,
	type SearchedTurn,
	type WordedSource
} from '../store/search.ts';
import { stemsOf, wordQuery } from '../store/turn-words.ts';
import { findPattern } from './find-pattern.ts';

const turnsAtOnce = 500; // so that others are not kept waiting
const patternTime = 2000; // milliseconds; a sound pattern reads a hundred interviews in a tenth of this

/** Searches by words, as asked in an address. */
export const searchByWords = async (
	context: Context,
	projectId: string,
	query: unknown
): Promise<Result<SearchAnswer>> => {
	const permitted = await permit(context, projectId, 'coding.read');
	if (!permitted.ok) return permitted;
	const parsed = parse(searchQuery, query);
	if (!parsed.ok) return parsed;
	const { sourceId, ...rest } = parsed.value;
	return find(context, permitted.value, { ...rest, kind: 'words', ...(sourceId && { sourceIds: [sourceId] }) });
};

/** Searches words, literal text, a pattern or whole turns of a speaker, in the sources this person may ask about. */
export const search = async (context: Context, projectId: string, input: unknown): Promise<Result<SearchAnswer>> => {
	const permitted = await permit(context, projectId, 'coding.read');
	if (!permitted.ok) return permitted;
	const parsed = parse(searchInput, input);
	return parsed.ok ? find(context, permitted.value, parsed.value) : parsed;
};

const find = async (
	{ db }: Context,
	{ project, access }: Permit,
	asked: SearchInput
): Promise<Result<SearchAnswer>> => {
	const after = fromCursor<HitKey>(asked.cursor, ['text', 'number', 'number']);
	if (!after.ok) return after;
	const unknown = await findUnknown(db, project.id, access, idsOf(asked));
	if (unknown.length > 0)
		return failAll(unknown.map(({ kind, id }) => ({ code: `query-${kind}-unknown`, params: { id }, at: kind })));
	const searched = { db, projectId: project.id, access, asked, after: after.value };
	const found = await (asked.kind === 'words' ? findWorded(searched) : findInAll(searched, asked.kind));
	if (!found.ok) return found;
	const { items, nextCursor } = toPage(found.value.hits, asked.limit, ({ turn, range }) => [
		turn.sourceId,
		turn.ordinal,
		range.start
	]);
	const coded =
		asked.codeId === undefined
			? null
			: await listPlacesOfCode(db, asked.codeId, [...new Set(items.map(({ turn }) => turn.sourceId))]);
	return ok({
		items: items.map(({ turn, range }) => ({
			...toHit(turn, range),
			isCoded: coded && coded.some((place) => place.sourceId === turn.sourceId && contains(place, range))
		})),
		nextCursor,
		found: found.value.turns,
		sources: found.value.sources
	});
};

/** The last hit of a page: the next one begins after it. */
type HitKey = [sourceId: string, turn: number, start: number];

type Hit = { readonly turn: SearchedTurn; readonly range: Range };

type Searched = {
	readonly db: Db;
	readonly projectId: ProjectId;
	readonly access: Access;
	readonly asked: SearchInput;
	readonly after: HitKey | null;
};

/** The hits of a page and one more, if there is one; in how many turns and sources there are any. */
type Found = { readonly hits: readonly Hit[]; readonly turns: number; readonly sources: number };

const missing = () => fail('search-empty', undefined, 'text');

/** Words are found by what was kept of each turn, so that a page takes as long in a large project as in a small one. */
const findWorded = async ({ db, projectId, access, asked, after }: Searched): Promise<Result<Found>> => {
	const parts = askedParts(asked.text ?? '');
	if (parts.length === 0) return missing();
	await keepWordsOf(db, projectId, access, asked);
	const asWords = parts.flat().map(({ word }) => word);
	const query = wordQuery(parts, await stemsOf(db, asWords));
	const placesIn = async (turns: readonly SearchedTurn[]) => {
		const words = turns.map(({ text }) => wordsOf(text));
		const stems = await stemsOf(db, [...asWords, ...words.flat().map(({ word }) => word)]);
		return words.map((ofTurn) => findWords(ofTurn, parts, stems));
	};
	const sources = await countWordedTurns(db, projectId, access, asked, query);
	let at = after === null ? 0 : sources.findIndex(({ id }) => id === after[0]);
	if (at < 0) return fail('cursor-invalid', undefined, 'cursor');
	const hits: Hit[] = [];
	while (hits.length <= asked.limit) {
		const ids = nextSources(sources.slice(at), asked.limit);
		if (ids.length === 0) break;
		const turns = await listWordedTurns(db, asked, ids, query);
		hits.push(...hitsAfter(after, hitsIn(turns, await placesIn(turns), asked)));
		at += ids.length;
	}
	const long = sources.filter((source) => source.long > 0).map(({ id }) => id);
	const read = long.length === 0 ? [] : await listWordedTurns(db, asked, long, query, 'long');
	const places = await placesIn(read);
	const held = read.filter((_turn, at) => (places[at] ?? []).length > 0).map(({ sourceId }) => sourceId);
	return ok({
		hits,
		turns: held.length + sources.reduce((sum, source) => sum + source.turns - source.long, 0),
		sources: sources.filter(({ id, turns, long: few }) => turns > few || held.includes(id)).length
	});
};

/** The first of these sources, as many as can fill a page and tell that there is more. */
const nextSources = (sources: readonly WordedSource[], limit: number) => {
	let turns = 0;
	const rest = sources.findIndex((source) => (turns += source.turns - source.long) > limit);
	return sources.slice(0, rest < 0 ? undefined : rest + 1).map(({ id }) => id);
};

/** What is no matter of words is looked for in every turn. */
const findInAll = async (
	{ db, projectId, access, asked, after }: Searched,
	kind: keyof typeof placesOf
): Promise<Result<Found>> => {
	const text = asked.text ?? '';
	if (kind !== 'speaker' && text === '') return missing();
	const turns = await listSearchedTurns(db, projectId, access, asked);
	const places = await placesOf[kind](turns, text);
	if (!places.ok) return places;
	const hits = hitsIn(turns, places.value, asked);
	const place = new Map([...new Set(turns.map(({ sourceId }) => sourceId))].map((sourceId, at) => [sourceId, at]));
	const first = after === null ? 0 : place.get(after[0]);
	if (first === undefined) return fail('cursor-invalid', undefined, 'cursor');
	return ok({
		hits: hitsAfter(
			after,
			hits.filter(({ turn }) => (place.get(turn.sourceId) ?? 0) >= first)
		),
		turns: new Set(hits.map(({ turn }) => turn)).size,
		sources: new Set(hits.map(({ turn }) => turn.sourceId)).size
	});
};

const hitsIn = (
	turns: readonly SearchedTurn[],
	places: readonly (readonly Range[])[],
	{ kind, extent }: SearchInput
): readonly Hit[] =>
	turns.flatMap((turn, at) =>
		widen(turn.text, turn, places[at] ?? [], kind === 'speaker' ? 'turn' : extent).map((range) => ({ turn, range }))
	);

/** Of the hits from the source of the last page on, those that were not on it. */
const hitsAfter = (after: HitKey | null, hits: readonly Hit[]): readonly Hit[] =>
	after === null
		? hits
		: hits.filter(({ turn, range }) => {
				const [sourceId, ordinal, start] = after;
				return (
					turn.sourceId !== sourceId || turn.ordinal > ordinal || (turn.ordinal === ordinal && range.start > start)
				);
			});

type Finding = (turns: readonly SearchedTurn[], text: string) => Promise<Result<readonly (readonly Range[])[]>>;

const placesOf: Readonly<Record<Exclude<SearchInput['kind'], 'words'>, Finding>> = {
	text: async (turns, text) => {
		const places: (readonly Range[])[] = [];
		for (const [at, turn] of turns.entries()) {
			places.push(findInText(turn.text, text));
			if (at % turnsAtOnce === 0) await letOthersIn();
		}
		return ok(places);
	},
	pattern: async (turns, text) =>
		findPattern(
			turns.map((turn) => turn.text),
			text,
			patternTime
		),
	speaker: async (turns) => ok(turns.map(({ text }) => [{ start: 0, end: codePointLength(text) }]))
};

const idsOf = ({ areaId, waveId, codeId, sourceIds = [] }: SearchInput): readonly AskedId[] => {
	const one = (kind: AskedKind, id: string | undefined) => (id === undefined ? [] : [{ kind, id }]);
	const sources = sourceIds.map((id) => ({ kind: 'source' as const, id }));
	return [...one('area', areaId), ...one('wave', waveId), ...one('code', codeId), ...sources];
};

const toHit = (turn: SearchedTurn, range: Range) => {
	const inTurn = { start: range.start - turn.start, end: range.end - turn.start };
	const map = positionMap(turn.text);
	return {
		reference: referenceOf(turn.title, turn.waveYear, turn.ordinal),
		sourceId: turn.sourceId,
		title: turn.title,
		version: turn.version,
		turn: turn.ordinal,
		...range,
		speakerId: turn.speakerId,
		speaker: turn.speaker,
		...snippetOf(map, { start: 0, end: map.length }, inTurn)
	};
};
