import { expect, test } from 'vitest';
import { positionMap } from '../../src/lib/domain/text/position.ts';
import { snippetOf, widen } from '../../src/lib/query/search-hit.ts';
import { askedParts, findWords, wordsOf } from '../../src/lib/query/word-search.ts';

const stems = new Map([
	['parken', 'park'],
	['park', 'park'],
	['veilige', 'veilig'],
	['veiligheid', 'veilig']
]);
const found = (text: string, asked: string) =>
	findWords(wordsOf(text), askedParts(asked), stems).map(({ start, end }) => [...text].slice(start, end).join(''));

test('a word finds all words of its stem, and counts in code points', () => {
	expect(found('😀 De parken, het Park.', 'park')).toEqual(['parken', 'Park']);
	expect(findWords(wordsOf('😀 park'), askedParts('parken'), stems)).toEqual([{ start: 2, end: 6 }]);
});

test('a word with a star finds what begins so; a phrase stands in this order', () => {
	expect(found('speeltuin, speelt, spel', 'speel*')).toEqual(['speeltuin', 'speelt']);
	expect(found('een veilige plek; plek, veilig', '"veiligheid plek"')).toEqual(['veilige plek']);
});

test('a turn that lacks one of the words is not found', () => {
	expect(found('het park', 'park fiets')).toEqual([]);
	expect(askedParts(' "" * ')).toEqual([]);
});

test('a hit becomes its sentence once, or its whole turn', () => {
	const text = '😀 Het park is mooi. Een park en nog een park. Klaar.';
	const turn = { start: 10, end: 10 + positionMap(text).length };
	const hits = findWords(wordsOf(text), askedParts('park'), stems);
	const words = widen(text, turn, hits, 'words');
	expect(words).toHaveLength(3);
	const said = widen(text, turn, hits, 'sentence').map(({ start, end }) =>
		positionMap(text).slice(start - 10, end - 10)
	);
	expect(said.at(-1)).toBe('Een park en nog een park.');
	expect(said).toHaveLength(2);
	expect(widen(text, turn, hits, 'turn')).toEqual([turn]);
	expect(widen(text, turn, [], 'turn')).toEqual([]);
});

test('a snippet stays within its turn and says where it was cut', () => {
	const text = `${'a'.repeat(70)} park ${'é'.repeat(70)}`;
	const snippet = snippetOf(positionMap(text), { start: 0, end: 146 }, { start: 71, end: 75 });
	expect(snippet).toEqual({ before: `…${'a'.repeat(59)} `, quote: 'park', after: ` ${'é'.repeat(59)}…` });
});

test('a snippet is cut between words', () => {
	const text = `${'veiligheid '.repeat(8)}park ${'veiligheid '.repeat(8)}`;
	const snippet = snippetOf(positionMap(text), { start: 0, end: text.length }, { start: 88, end: 92 });
	expect(snippet).toEqual({
		before: `… ${'veiligheid '.repeat(5)}`,
		quote: 'park',
		after: `${' veiligheid'.repeat(5)} …`
	});
});
