import { describe, expect, test } from 'vitest';
import { standardVariables } from '#lib/domain/case/variable.ts';
import { readCases } from '#lib/import/cases-table.ts';
import { readTable } from '#lib/import/read-table.ts';
import { demo, textFile, valueOf } from './fixture.ts';

const own = { key: 'own', name: 'Woning', classes: ['huur', 'koop'], group: null };
const read = (text: string) =>
	readCases(valueOf(readTable(textFile('deelnemers.csv', text))), [...standardVariables, own]);
const problemsOf = (text: string) => {
	const result = read(text);
	return result.ok ? [] : result.problems.map(({ code, at }) => `${code} at ${at}`);
};

describe('a table of participants', () => {
	test('is read with Dutch or English names of columns, in any order', () => {
		const { cases, warnings } = valueOf(
			read(
				'Woonduur;Code;Groep;Leeftijdsgroep;Tolk;Woning;Meedoen;Citaten;Datum toestemming;Gesprekken;Schoenmaat\n' +
					'5-10;VOL-B-01;Bewoner;30-44;ja;KOOP;ja;nee;2025-03-01;Eén 😀; 42'
			)
		);
		expect(cases).toEqual([
			{
				row: 2,
				label: 'VOL-B-01',
				group: 'resident',
				values: { ageBand: '30-44', residenceBand: '5-10', interpreter: 'yes', own: 'koop' },
				consents: [
					{ purpose: 'participation', state: 'given' },
					{ purpose: 'quotes', state: 'refused' }
				],
				decidedOn: '2025-03-01',
				way: null,
				letter: '',
				sources: ['Eén 😀'],
				withdrawalRequestedOn: null
			}
		]);
		expect(warnings.map(({ params }) => params?.['column'])).toEqual(['Schoenmaat']);
	});

	test.each([
		['code;groep;citaten;manier;versie van de brief\nA;bewoner;ja;Mondeling;brief 2, één 😀'],
		['code;group;consent quotes;way of consent;version of the letter\nA;resident;yes;spoken;brief 2, één 😀'],
		['code;groep;citaten;wijze;brief\nA;bewoner;ja;op de opname;  brief 2,  één 😀 ']
	])('says how consent was given, and after which version of the letter', (text) => {
		expect(valueOf(read(text)).cases[0]).toMatchObject({ way: 'spoken', letter: 'brief 2, één 😀' });
	});

	test('of which the way is unknown or the letter too long is refused, by row and column', () => {
		expect(problemsOf(`code;groep;wijze;brief\nA;bewoner;postduif;${'b'.repeat(101)}`)).toEqual([
			'case-cell-way at row 2, wijze',
			'case-cell-long at row 2, brief'
		]);
	});

	test('an empty cell says nothing: what is known stays', () => {
		const [one] = valueOf(read('code;leeftijdsgroep;citaten\nA;;')).cases;
		expect(one).toMatchObject({ group: null, values: {}, consents: [], sources: null, decidedOn: null });
	});

	test('is refused whole, with every problem by row and column, and without what must not be kept', () => {
		const result = read(
			'code;groep;leeftijdsgroep;citaten;datum\n' +
				'fatima@voorbeeld.nl;bewoner;30-44;ja;2025-03-01\n' +
				'A;buurman;34;misschien;1-3-2025\n' +
				'B;bewoner;dertig;ja;\n' +
				'b;bewoner;;;'
		);
		expect(result.ok ? [] : result.problems.map(({ code, at }) => `${code} at ${at}`)).toEqual([
			'case-cell-exact at row 2, code',
			'case-group-unknown at row 3, groep',
			'case-cell-exact at row 3, leeftijdsgroep',
			'case-cell-yes-no at row 3, citaten',
			'case-cell-day at row 3, datum',
			'case-cell-class at row 4, leeftijdsgroep'
		]);
		expect(JSON.stringify(result)).not.toMatch(/fatima|"34"|dertig/);
	});

	test('a code stands there once', () => {
		expect(problemsOf('code;groep\nA;bewoner\na;bewoner')).toEqual(['case-double at row 3, code']);
	});

	test('the table of the demo is one of them', () => {
		const table = valueOf(readTable(demo('interviews.csv')));
		const result = readCases(table, standardVariables);
		// The group interview says "gemengd", which is no class: that row is told, the rest is read.
		expect(result.ok ? [] : result.problems.map(({ code, at }) => `${code} at ${at}`)).toEqual([
			'case-cell-class at row 11, ageBand',
			'case-cell-class at row 11, residenceBand'
		]);
	});
});
