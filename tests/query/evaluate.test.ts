import { describe, expect, test } from 'vitest';
import { evaluate } from '#lib/query/evaluate.ts';
import { everything, queryOf, type Condition, type Filters } from '#lib/query/query.ts';
import { material, passage, sources } from './material.ts';

const all = material(
	passage('1', 'groen', sources.vol, { valences: { change: 'forward', level: 'improve' } }),
	passage('2', 'bomen', sources.vol, { coderId: 'bert', isImportant: true }),
	passage('3', 'huis', sources.volP, { quote: 'De flat is onveiliger, zegt Élise.' }),
	passage('4', 'veiligheid', sources.ove, { valences: { change: 'backward', level: null } })
);
const found = (where: Condition) => evaluate({ where, unit: 'coding' }, all).map(({ id }) => id);

describe('a query', () => {
	test('that demands nothing finds all', () => {
		expect(found(everything.where).toSorted()).toEqual(['1', '2', '3', '4']);
	});

	test.each([
		[{ code: 'groen' }, ['1']],
		[{ code: 'groen', descendants: true }, ['1', '2']],
		[{ code: 'wonen', descendants: true }, ['1', '2', '3']],
		[{ code: 'wonen' }, []],
		[{ code: 'unknown', descendants: true }, []],
		[{ pillar: 'living' }, ['1', '2', '3']],
		[{ pillar: 'health' }, ['3']],
		[{ area: 'vollenhove' }, ['1', '2', '3']],
		[{ area: 'zeist' }, ['1', '2', '3']],
		[{ area: 'utrecht' }, ['4']],
		[{ wave: '2025' }, ['3']],
		[{ group: 'professional' }, ['3']],
		[{ valence: 'forward' }, ['1']],
		[{ valence: 'improve' }, ['1']],
		[{ valence: 'good' }, []],
		[{ coder: 'bert' }, ['2']],
		[{ source: 's-OVE-B-01' }, ['4']],
		[{ important: true }, ['2']],
		[{ important: false }, ['1', '3', '4']],
		[{ and: [{ area: 'zeist' }, { group: 'resident' }, { coder: 'anna' }] }, ['1']],
		[{ and: [{ valence: 'forward' }, { valence: 'backward' }] }, []],
		[{ or: [{ valence: 'forward' }, { coder: 'bert' }] }, ['1', '2']],
		[{ or: [] }, []],
		[{ not: { area: 'zeist' } }, ['4']],
		[{ and: [{ code: 'wonen', descendants: true }, { not: { or: [{ code: 'groen' }, { wave: '2025' }] } }] }, ['2']]
	] as readonly (readonly [Condition, readonly string[]])[])('%j finds %j', (where, ids) => {
		expect(found(where).toSorted()).toEqual(ids);
	});

	test.each([
		['veilig', ['3']],
		['VEILIG*', ['3']],
		['flat veilig', ['3']],
		['veilig thuis', []],
		['e\u0301lise', ['3']],
		['elise', []],
		['“flat”', ['3']],
		['😀 één', ['1', '2', '4']],
		['   ', ['1', '2', '3', '4']],
		['%', []],
		['_', []]
	])('with the words "%s" finds %j', (text, ids) => {
		expect(found({ text }).toSorted()).toEqual(ids);
	});

	test('never finds a blind second coding, nor one in a source that is not released', () => {
		const hidden = material(
			passage('1', 'groen', sources.vol, { layer: 'second' }),
			passage('2', 'groen', sources.closed),
			passage('3', 'groen', sources.vol)
		);
		expect(evaluate(everything, hidden).map(({ id }) => id)).toEqual(['3']);
	});

	test('answers by interview, then as one reads: the enclosing passage first', () => {
		const mixed = material(
			passage('e', 'groen', sources.volP, { range: { start: 0, end: 5 } }),
			passage('d', 'groen', sources.vol, { range: { start: 4, end: 6 } }),
			passage('c', 'groen', sources.vol, { range: { start: 4, end: 9 } }),
			passage('b', 'huis', sources.vol, { range: { start: 4, end: 9 } }),
			passage('a', 'groen', sources.ove, { range: { start: 9, end: 12 } })
		);
		expect(evaluate(everything, mixed).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e']);
	});
});

describe('a filter bar', () => {
	test('that is empty asks for everything', () => {
		const empty: Filters = { codeId: null, text: '  ', important: null };
		expect(queryOf(empty)).toEqual(everything);
	});

	test('asks for all its demands in a fixed order', () => {
		const filters: Filters = {
			text: ' veilig ',
			important: false,
			codeId: 'groen',
			includeDescendants: true,
			pillarId: 'living',
			areaId: 'zeist',
			waveId: '2023',
			group: 'resident',
			valence: 'good',
			coderId: 'anna',
			sourceId: 's'
		};
		expect(queryOf(filters).where).toEqual({
			and: [
				{ code: 'groen', descendants: true },
				{ pillar: 'living' },
				{ area: 'zeist' },
				{ wave: '2023' },
				{ group: 'resident' },
				{ valence: 'good' },
				{ coder: 'anna' },
				{ source: 's' },
				{ text: 'veilig' },
				{ important: false }
			]
		});
	});
});
