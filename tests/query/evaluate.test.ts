import { describe, expect, test } from 'vitest';
import { askedIds } from '#lib/query/asked-ids.ts';
import { cooccurrences } from '#lib/query/cooccurrence.ts';
import { evaluate, evaluateSources, evaluateTurns } from '#lib/query/evaluate.ts';
import { everything, queryOf, type Condition, type Filters } from '#lib/query/query.ts';
import { aroundTurns } from '#lib/query/reach.ts';
import { material, passage, sources, turns } from './material.ts';

const all = material(
	passage('1', 'groen', sources.vol, { valences: { change: 'forward', level: 'improve' } }),
	passage('2', 'bomen', sources.vol, { coderId: 'bert', isImportant: true }),
	passage('3', 'huis', sources.volP, { quote: 'De flat is onveiliger, zegt Élise.' }),
	passage('4', 'veiligheid', sources.ove, { valences: { change: 'backward', level: null } })
);
const found = (where: Condition) => evaluate(where, all).map(({ id }) => id);

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
		['onveiliger', ['3']],
		['ONVEILIG*', ['3']],
		['veilig', []],
		['onveilig', []],
		['*veilig*', ['3']],
		['*veiliger', ['3']],
		['veilig*', []],
		['flat onveilig*', ['3']],
		['zegt flat', ['3']],
		['"zegt flat"', []],
		['"flat is onveilig*"', ['3']],
		['"onveiliger zegt"', ['3']],
		['„zegt élise”', ['3']],
		['"een open aanhaling', []],
		['onveiliger thuis', []],
		['e\u0301lise', ['3']],
		['ÉLISE', ['3']],
		['elise', []],
		['“flat”', ['3']],
		['flat.', ['3']],
		['😀 één', ['1', '2', '4']],
		['"me 😀 thuis"', ['1', '2', '4']],
		['   ', ['1', '2', '3', '4']],
		['* "" ""', ['1', '2', '3', '4']],
		['%', []],
		['.', ['3']],
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
		expect(evaluate(everything.where, hidden).map(({ id }) => id)).toEqual(['3']);
	});

	test('answers by interview, then as one reads: the enclosing passage first', () => {
		const mixed = material(
			passage('e', 'groen', sources.volP, { range: { start: 0, end: 5 } }),
			passage('d', 'groen', sources.vol, { range: { start: 4, end: 6 } }),
			passage('c', 'groen', sources.vol, { range: { start: 4, end: 9 } }),
			passage('b', 'huis', sources.vol, { range: { start: 4, end: 9 } }),
			passage('a', 'groen', sources.ove, { range: { start: 9, end: 12 } })
		);
		expect(evaluate(everything.where, mixed).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e']);
	});
});

describe('a question about two codings', () => {
	const at = (start: number, end: number) => ({ range: { start, end } });
	const placed = material(
		passage('g1', 'groen', sources.vol, at(4, 10)),
		passage('v1', 'veiligheid', sources.vol, at(9, 20)),
		passage('v2', 'veiligheid', sources.vol, at(24, 30)),
		passage('v3', 'veiligheid', sources.vol, at(44, 50)),
		passage('g2', 'groen', sources.volP, at(4, 10)),
		passage('v4', 'veiligheid', sources.ove, at(4, 10)),
		passage('blind', 'veiligheid', sources.volP, { ...at(4, 10), layer: 'second' })
	);
	const found = (where: Condition) => evaluate(where, placed).map(({ id }) => id);
	const green = { code: 'groen' };
	const safe = { code: 'veiligheid' };

	test.each([
		[{ overlaps: [green, safe] }, ['g1']],
		[{ overlaps: [safe, green] }, ['v1']],
		[{ overlaps: [green, green] }, []],
		[{ not: { overlaps: [green, safe] } }, ['g2', 'v1', 'v2', 'v3', 'v4']],
		[{ near: [safe, green], withinTurns: 0 }, ['v1']],
		[{ near: [safe, green], withinTurns: 1 }, ['v1', 'v2']],
		[{ near: [safe, green], withinTurns: 2 }, ['v1', 'v2', 'v3']],
		[{ near: [green, safe], withinTurns: 2 }, ['g1']],
		[{ near: [safe, safe], withinTurns: 0 }, []],
		[{ near: [safe, { near: [safe, green], withinTurns: 0 }], withinTurns: 1 }, ['v2']],
		[{ coding: { and: [safe, { source: 's-OVE-B-01' }] } }, ['v4']]
	] as readonly (readonly [Condition, readonly string[]])[])('%j finds %j', (where, ids) => {
		expect(found(where).toSorted()).toEqual(ids);
	});

	test('a passage over two turns is near to what stands beside either', () => {
		const across = { start: 10, end: 30 };
		expect(aroundTurns(across, turns, 0)).toEqual({ start: 4, end: 44 });
		expect(aroundTurns(across, turns, 1)).toEqual({ start: 0, end: Number.MAX_SAFE_INTEGER });
		expect(aroundTurns({ start: 21, end: 23 }, turns, 0)).toEqual({ start: 4, end: 24 }); // the label of the second
		expect(aroundTurns({ start: 1, end: 3 }, turns, 0)).toEqual({ start: 0, end: 4 }); // before all
	});

	test.each([
		[green, ['VOL-B-01 1', 'VOL-P-02 1']],
		[{ and: [green, safe] }, ['VOL-B-01 1']],
		[{ and: [safe, { not: green }] }, ['VOL-B-01 2', 'VOL-B-01 3', 'OVE-B-01 1']],
		[{ and: [{ group: 'professional' }, { not: green }] }, ['VOL-P-02 2', 'VOL-P-02 3']],
		[{ coding: { and: [green, safe] } }, []],
		[{ or: [] }, []]
	] as readonly (readonly [Condition, readonly string[]])[])('as turns, %j finds %j', (where, expected) => {
		const answer = evaluateTurns(where, placed).map(({ source, ordinal }) => `${source.title} ${ordinal}`);
		expect(answer).toEqual(expected);
	});

	test.each([
		[{ and: [green, safe] }, ['VOL-B-01']],
		[{ and: [safe, { not: green }] }, ['OVE-B-01']],
		[{ not: safe }, ['VOL-P-02', 'NOTITIE']],
		[{ area: 'utrecht' }, ['OVE-B-01', 'NOTITIE']]
	] as readonly (readonly [Condition, readonly string[]])[])('as sources, %j finds %j', (where, expected) => {
		expect(evaluateSources(where, placed).map(({ title }) => title)).toEqual(expected);
	});

	test('names the ids it asks for, once each', () => {
		const where: Condition = {
			and: [{ near: [green, { not: safe }], withinTurns: 1 }, { or: [green, { coding: { coder: 'anna' } }] }]
		};
		expect(askedIds(where)).toEqual([
			{ kind: 'code', id: 'groen' },
			{ kind: 'code', id: 'veiligheid' },
			{ kind: 'coder', id: 'anna' }
		]);
	});
});

describe('codes that occur together', () => {
	const at = (start: number, end: number) => ({ range: { start, end } });

	test('are counted once per pair of codings, with their interviews', () => {
		const found = cooccurrences([
			passage('1', 'groen', sources.vol, at(0, 10)),
			passage('2', 'groen', sources.vol, { ...at(0, 10), coderId: 'bert' }),
			passage('3', 'veiligheid', sources.vol, at(9, 12)),
			passage('4', 'veiligheid', sources.vol, at(10, 12)),
			passage('5', 'huis', sources.note, at(0, 10)),
			passage('6', 'groen', sources.note, at(0, 1))
		]);
		expect(found).toEqual([
			{ codeIds: ['groen', 'veiligheid'], codings: 2, interviews: 1 },
			{ codeIds: ['groen', 'huis'], codings: 1, interviews: 0 }
		]);
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
