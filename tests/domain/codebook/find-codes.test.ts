import { describe, expect, test } from 'vitest';
import type { Code } from '../../../src/lib/domain/codebook/code.ts';
import { codebookOf } from '../../../src/lib/domain/codebook/codebook.ts';
import { findCodes, onlyCodes } from '../../../src/lib/domain/codebook/find-codes.ts';

const code = (id: string, parentId: string | null, synonyms: string[] = []): Code => ({
	id,
	parentId,
	name: id,
	synonyms,
	definition: '',
	include: '',
	exclude: '',
	example: '',
	color: null,
	isCodable: true,
	place: 0,
	pillarIds: null,
	indicators: []
});
const book = codebookOf([
	code('Wonen', null),
	code('Groen', 'Wonen', ['Parken']),
	code('Spelen', 'Groen'),
	code('Buren', 'Wonen'),
	code('Geld', null)
]);
const ids = (found: ReturnType<typeof findCodes>) => found.codes.map(({ id }) => id);

describe('a part of the codebook', () => {
	test('found by a word of a name or synonym keeps what stands above and below', () => {
		expect(ids(findCodes(book, ' parK '))).toEqual(['Wonen', 'Groen', 'Spelen']);
		expect(ids(findCodes(book, 'GELD'))).toEqual(['Geld']);
		expect(ids(findCodes(book, 'zee'))).toEqual([]);
	});

	test('is found without accents, and with accents that are typed apart', () => {
		const cafes = codebookOf([code('Café 😀', null), code('Wonen', null, ['financiële zorgen'])]);
		expect(ids(findCodes(cafes, 'cafe'))).toEqual(['Café 😀']);
		expect(ids(findCodes(cafes, 'CAFE\u0301'))).toEqual(['Café 😀']);
		expect(ids(findCodes(cafes, 'financiele'))).toEqual(['Wonen']);
		expect(ids(findCodes(cafes, 'wónen'))).toEqual(['Wonen']);
	});

	test('with only some codes keeps what stands above them, and nothing below', () => {
		expect(ids(onlyCodes(book, ({ id }) => id === 'Groen'))).toEqual(['Wonen', 'Groen']);
	});
});
