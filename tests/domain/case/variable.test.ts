import { describe, expect, test } from 'vitest';
import { checkVariable, readValues, standardVariables, variablesOf, type Variable } from '#lib/domain/case/variable.ts';

const codesOf = (variable: Partial<Variable>) => {
	const checked = checkVariable({ key: 'x', name: 'Herkomst', classes: ['één', 'twee'], group: null, ...variable });
	return checked.ok ? [] : checked.problems.map(({ code, params, at }) => [code, params?.['kind'] ?? '', at].join(' '));
};

describe('the properties of a project', () => {
	test('are the standard ones until the project changes them; its own come after', () => {
		const own: Variable = { key: 'own', name: 'Huis', classes: ['huur', 'koop'], group: null };
		const bands: Variable = { key: 'ageBand', name: null, classes: ['jong', 'oud'], group: null };
		const all = variablesOf([own, bands]);
		expect(all.map(({ key }) => key)).toEqual([...standardVariables.map(({ key }) => key), 'own']);
		expect(all[0]).toBe(bands);
		expect(variablesOf([])).toEqual(standardVariables);
	});

	test('the standard ones hold nothing exact', () => {
		for (const variable of standardVariables) expect(checkVariable(variable)).toEqual({ ok: true, value: null });
	});

	test('have a name and different classes', () => {
		expect(codesOf({})).toEqual([]);
		expect(codesOf({ name: null })).toEqual(['variable-unnamed  name']);
		expect(codesOf({ classes: [] })).toEqual(['variable-without-classes  classes']);
		expect(codesOf({ classes: ['Eén', 'eén'] })).toEqual(['variable-class-twice  classes']);
		expect(
			codesOf({ classes: Array.from({ length: 41 }, (_, at) => `klas ${String.fromCodePoint(97 + at)}`) })
		).toEqual(['variable-too-many-classes  classes']);
	});

	test('hold no exact age, date, postcode or contact', () => {
		expect(codesOf({ classes: ['34 jaar', '3562 KN', '14-03-1971', 'a@b.nl', '35'] })).toEqual([
			'value-too-exact age classes',
			'value-too-exact postcode classes',
			'value-too-exact date classes',
			'value-too-exact contact classes',
			'value-too-exact age classes'
		]);
		expect(codesOf({ name: 'Postcode 3562 KN' })).toEqual(['value-too-exact postcode name']);
	});

	test('yes and no stay yes and no where rules lean on them', () => {
		expect(codesOf({ key: 'minor', name: null, classes: ['ja', 'nee'] })).toEqual(['variable-classes-fixed  classes']);
	});
});

describe('values', () => {
	test('become the class they stand for; an empty one means not known', () => {
		expect(
			readValues(standardVariables, { ageBand: ' 30-44 ', functionGroup: 'WELZIJN', form: '', minor: undefined })
		).toEqual({ ok: true, value: { ageBand: '30-44', functionGroup: 'welzijn', form: null } });
	});

	test('that are no class are refused with the classes there are, all at once and without repeating them', () => {
		const read = readValues(standardVariables, { ageBand: '34', residenceBand: 'lang', herkomst: 'Utrecht' });
		expect(read).toEqual({
			ok: false,
			problems: [
				{
					code: 'value-too-exact',
					params: { kind: 'age', classes: '16-17, 18-29, 30-44, 45-64, 65-79, 80+' },
					at: 'ageBand'
				},
				{ code: 'class-unknown', params: { classes: '0-4, 5-10, 11-19, 20+' }, at: 'residenceBand' },
				{ code: 'variable-unknown', at: 'herkomst' }
			]
		});
	});
});
