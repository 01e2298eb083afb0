import { fromCursor, toPage } from '../../contract/cursor.ts';
import { parse } from '../../contract/parse.ts';
import { searchInput, searchQuery, type SearchAnswer, type SearchInput } from '../../contract/search.ts';
import { referenceOf } from '../../domain/coding/coding.ts';
import { fail, failAll, ok, type Result } from '../../domain/problem.ts';
import { findInText } from '../../domain/text/find.ts';
import { codePointLength, positionMap } from '../../domain/text/position.ts';
import { contains, type Range } from '../../domain/text/range.ts';
import type { AskedId, AskedKind } from '../../query/asked-ids.ts';
import { snippetOf, widen } from '../../query/search-hit.ts';
import { askedParts, findWords, formsIn, holdsAll, wordsOf } from '../../query/word-search.ts';
import type { Context } from '../access/context.ts';
import { permit, type Permit } from '../access/permit.ts';
import { findUnknown } from '../store/asked-ids.ts';
import type { Db } from '../store/database.ts';
import { listPlacesOfCode, listSearchedTurns, stemsOf, type SearchedTurn } from '../store/search.ts';
import { findPattern } from './find-pattern.ts';

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
	const after = fromCursor<[number]>(asked.cursor, ['number']);
	if (!after.ok) return after;
	const unknown = await findUnknown(db, project.id, access, idsOf(asked));
	if (unknown.length > 0)
		return failAll(unknown.map(({ kind, id }) => ({ code: `query-${kind}-unknown`, params: { id }, at: kind })));
	const turns = await listSearchedTurns(db, project.id, access, asked);
	const found = await placesOf[asked.kind](db, turns, asked.text ?? '');
	if (!found.ok) return found;
	const extent = asked.kind === 'speaker' ? 'turn' : asked.extent;
	const hits = turns.flatMap((turn, index) =>
		widen(turn.text, turn, found.value[index] ?? [], extent).map((range) => ({ turn, range }))
	);
	const from = Math.max(0, Math.trunc(after.value?.[0] ?? 0));
	const rows = hits.slice(from, from + asked.limit + 1).map((hit, index) => ({ ...hit, place: from + index }));
	const { items, nextCursor } = toPage(rows, asked.limit, ({ place }) => [place + 1]);
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
		found: hits.length,
		sources: new Set(hits.map(({ turn }) => turn.sourceId)).size
	});
};

type Finding = (db: Db, turns: readonly SearchedTurn[], text: string) => Promise<Result<readonly (readonly Range[])[]>>;

const missing = () => fail('search-empty', undefined, 'text');

const placesOf: Readonly<Record<SearchInput['kind'], Finding>> = {
	words: async (db, turns, text) => {
		const asked = askedParts(text);
		if (asked.length === 0) return missing();
		const forms = turns.map((turn) => formsIn(turn.text));
		const known = new Set(forms.flat());
		const stems = await stemsOf(db, [...known, ...asked.flat().map(({ word }) => word)]);
		const holds = holdsAll(known, asked, stems);
		return ok(
			turns.map(({ text: words }, at) => (holds(forms[at] ?? []) ? findWords(wordsOf(words), asked, stems) : []))
		);
	},
	text: async (_db, turns, text) => (text === '' ? missing() : ok(turns.map((turn) => findInText(turn.text, text)))),
	pattern: async (_db, turns, text) =>
		text === ''
			? missing()
			: findPattern(
					turns.map((turn) => turn.text),
					text,
					patternTime
				),
	speaker: async (_db, turns) => ok(turns.map(({ text }) => [{ start: 0, end: codePointLength(text) }]))
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
