import { describe, expect, it } from 'vitest';
import { rankCodes } from '#lib/ui/coding/rank-codes.ts';

const code = (name: string, folder: string, ...synonyms: string[]) => ({
	id: name,
	name,
	path: `${folder} › ${name}`,
	synonyms
});
const codes = [
	code('Je veilig voelen', 'Veiligheid', 'bang', 'op straat durven'),
	code('Overlast en groepen', 'Veiligheid', 'hangjongeren'),
	code('Verkeer', 'Veiligheid', 'veilig oversteken', 'drempels'),
	code('Groen en spelen', 'Wonen en leefomgeving', 'park', 'speeltuin'),
	code('Ontmoeting', 'Gezondheid', 'koffie', 'café'),
	code('Rondkomen', 'Participatie en armoede', 'geld')
];
const found = (query: string, lastUsed: readonly string[] = []) =>
	rankCodes(codes, query, lastUsed).map(({ code: { name } }) => name);

describe('searching a code', () => {
	it('puts a name that begins with the words first', () => {
		expect(found('over')).toEqual(['Overlast en groepen', 'Verkeer']);
	});

	it('goes from a word in the name, to a synonym, to the path', () => {
		expect(found('veil')).toEqual(['Je veilig voelen', 'Verkeer', 'Overlast en groepen']);
	});

	it('tells in which synonym the words were', () => {
		const [first] = rankCodes(codes, 'hangj');
		expect(first).toEqual({ code: codes[1], synonym: 'hangjongeren' });
		expect(rankCodes(codes, 'groen')[0]?.synonym).toBeNull();
	});

	it('does not look at case or accents', () => {
		expect(found('CAFE')).toEqual(['Ontmoeting']);
		expect(found('café')).toEqual(['Ontmoeting']);
	});

	it('finds all words, wherever they stand', () => {
		expect(found('spelen wonen')).toEqual(['Groen en spelen']);
		expect(found('groen geld')).toEqual([]);
	});

	it('forgives one wrong letter in a word of four or more', () => {
		expect(found('overlsat')).toEqual(['Overlast en groepen']);
		expect(found('groan')).toEqual(['Groen en spelen']);
		expect(found('verker')).toEqual(['Verkeer']);
	});

	it('takes the first letters of the words', () => {
		expect(found('jvv')).toEqual(['Je veilig voelen']);
	});

	it('gives the code used last before its equals, and never before a better find', () => {
		expect(found('e', ['Rondkomen'])[0]).not.toBe('Rondkomen');
		expect(rankCodes([code('Veld', 'A'), code('Veer', 'A')], 've', ['Veer']).map(({ code: { name } }) => name)).toEqual(
			['Veer', 'Veld']
		);
	});

	it('without words gives the whole codebook in its own order', () => {
		expect(found('  ')).toEqual(codes.map(({ name }) => name));
	});

	it('finds nothing when there is nothing, also with signs that mean something to a pattern', () => {
		expect(found('(.*')).toEqual([]);
		expect(found('zwembad')).toEqual([]);
	});
});
