import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indicatorRelations, type Code } from '../../../src/lib/domain/codebook/code.ts';
import { planImport } from '../../../src/lib/domain/codebook/codebook-import.ts';
import { codebookOf } from '../../../src/lib/domain/codebook/codebook.ts';
import { isCodebookHeader, readCodebook } from '../../../src/lib/import/codebook-table.ts';
import { readTable } from '../../../src/lib/import/read-table.ts';
import { codebookTable } from '../../../src/lib/report/codebook-table.ts';
import { toCsv } from '../../../src/lib/report/to-csv.ts';
import { toXlsx } from '../../../src/lib/report/to-xlsx.ts';

const pillars = ['Wonen', 'Samen leven'].map((name, place) => ({ id: `p${place}`, name, shortName: null, place }));
const indicators = [
	{ id: 'i0', key: 'TRS' },
	{ id: 'i1', key: 'VEI:2' }
];
const frame = { pillars: pillars as never, indicators };
const code = (id: string, name: string, parentId: string | null = null, more: Partial<Code> = {}): Code => ({
	...{ id, name, parentId, definition: '', include: '', exclude: '', example: '', synonyms: [], color: null },
	...{ isCodable: true, place: 0, pillarIds: null, indicators: [], ...more }
});
const planOf = (codes: readonly Code[], bytes: Uint8Array, name = 'codeboek.csv') => {
	const table = readTable({ name, bytes }, isCodebookHeader);
	if (!table.ok) return table;
	const read = readCodebook(table.value, frame);
	let next = 0;
	return read.ok ? planImport(codebookOf(codes), read.value.codes, () => `new${next++}`) : read;
};
const csv = (codes: readonly Code[], ...lines: string[]) => planOf(codes, new TextEncoder().encode(lines.join('\n')));
const codesOf = (result: ReturnType<typeof csv>) =>
	result.ok ? [] : result.problems.map((each) => [each.code, each.at]);
const present = [
	code('a', 'Wonen'),
	code('b', 'Groen', 'a', { definition: 'Bomen' }),
	code('c', 'Zorg', null, { place: 1 })
];

test.each(['Betekenis', 'meaning', 'Omschrijving', 'Definition'])('%s is the column of what a code means', (column) => {
	const plan = csv(present, `naam;${column}`, 'Zorg;Hulp van anderen');
	expect(plan).toMatchObject({ ok: true });
	expect(JSON.stringify(plan)).toContain('Hulp van anderen');
});

const words = fc
	.string({
		unit: fc.constantFrom('a', 'B', 'é', '😀', ' ', ';', ',', '"', "'", '=', '-', '›', '>', '\u{1F468}\u200D\u{1F469}')
	})
	.map((text) => text.trim().normalize('NFC'));
const bookOf = fc
	.array(
		fc.record({
			name: words.filter((word) => word !== ''),
			...{ definition: words, include: words, exclude: words, example: words },
			synonyms: fc.array(
				words.filter((word) => word !== ''),
				{ maxLength: 3 }
			),
			color: fc.option(fc.integer({ min: 0, max: 11 })),
			isCodable: fc.boolean(),
			pillarIds: fc.option(fc.subarray(['p0', 'p1'])),
			indicators: fc.uniqueArray(
				fc.record({ indicatorId: fc.constantFrom('i0', 'i1'), relation: fc.constantFrom(...indicatorRelations) }),
				{ selector: ({ indicatorId }) => indicatorId }
			),
			above: fc.nat()
		}),
		{ minLength: 1, maxLength: 8 }
	)
	.map((drafts) =>
		drafts.map(({ above, name, ...more }, place): Code => {
			const parent = above % (place + 1);
			return {
				...more,
				id: `c${place}`,
				name: `${name}${place}`,
				place,
				parentId: parent < place ? `c${parent}` : null
			};
		})
	);

describe('the law of taking a codebook away and bringing it back', () => {
	const about = { projectName: 'Wijk, oost; noord', isFictional: true, frozenAt: '2026-01-05T10:00:00.000Z' };
	const links = {
		pillarNames: new Map(pillars.map(({ id, name }) => [id, name])),
		indicatorKeys: new Map(indicators.map(({ id, key }) => [id, key])),
		counts: null
	};
	test.each(['nl', 'en'] as const)('a CSV export in %s, read again, changes nothing', (locale) => {
		fc.assert(
			fc.property(bookOf, (codes) => {
				const plan = planOf(
					codes,
					toCsv(codebookTable({ book: codebookOf(codes), shown: 0, withheld: 0 }, links, about, locale), locale)
				);
				expect(plan).toMatchObject({ ok: true, value: { entries: [], notInFile: [], unchanged: codes.length } });
			}),
			{ numRuns: 150 }
		);
	});
	test('an Excel export, read again, changes nothing', async () => {
		await fc.assert(
			fc.asyncProperty(bookOf, async (codes) => {
				const bytes = await toXlsx(
					[codebookTable({ book: codebookOf(codes), shown: 0, withheld: 0 }, links, about, 'nl')],
					'nl'
				);
				const plan = planOf(codes, bytes, 'codeboek.xlsx');
				expect(plan).toMatchObject({ ok: true, value: { entries: [], unchanged: codes.length } });
			}),
			{ numRuns: 15 }
		);
	});
});

describe('what a file changes', () => {
	test('a new code below a new code comes after it; codes that are not in the file stay', () => {
		const plan = csv(present, 'wel;pad', 'ja 😀;Nieuw › Onder', ';Nieuw');
		expect(plan).toMatchObject({
			value: {
				entries: [
					{ before: null, after: { name: 'Nieuw', parentId: null, place: 2 } },
					{ before: null, after: { name: 'Onder', include: 'ja 😀' } }
				],
				notInFile: [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
			}
		});
		if (plan.ok) expect(plan.value.entries[1]?.after.parentId).toBe(plan.value.entries[0]?.after.id);
	});
	test('a column that is missing is left alone, and an empty cell empties', () => {
		expect(csv(present, 'path,include', 'Wonen › Groen,wel')).toMatchObject({
			value: { entries: [{ fields: ['include'], after: { id: 'b', definition: 'Bomen', include: 'wel' } }] }
		});
		expect(csv(present, 'path,definition', 'Wonen › Groen,')).toMatchObject({
			value: { entries: [{ fields: ['definition'], after: { definition: '' } }] }
		});
	});
	test('another path of a name that is there once moves the code; another name at its path renames it', () => {
		expect(csv(present, 'pad;naam', 'Zorg › Groen;Groen')).toMatchObject({
			value: { entries: [{ fields: ['parentId'], after: { id: 'b', parentId: 'c' } }] }
		});
		expect(csv(present, 'pad;naam', 'Wonen › Groen;Bomen')).toMatchObject({
			value: { entries: [{ fields: ['name'], after: { id: 'b', name: 'Bomen', parentId: 'a' } }] }
		});
	});
});

describe('a codebook that comes back with its ids', () => {
	test('a code with another name and path is the same code', () => {
		const file = `id;pad;naam\nb;Zorg › Bomen 🌳;Bomen 🌳`;
		expect(csv(present, ...file.split('\n'))).toMatchObject({
			value: { entries: [{ before: { id: 'b' }, after: { id: 'b', name: 'Bomen 🌳', parentId: 'c' } }] }
		});
	});
});

describe('what is wrong with a file', () => {
	test('is told per row and column', () => {
		const problems = codesOf(
			csv(present, 'pad;pijlers;indicatoren;kleur;soort', 'Wonen;Woonen;XX;12;misschien', `${'a'.repeat(201)};;;;`)
		);
		expect(problems).toEqual(
			expect.arrayContaining([
				['table-pillar-unknown', 'row 2, pijlers'],
				['table-indicator-unknown', 'row 2, indicatoren'],
				['code-import-color', 'row 2, kleur'],
				['yes-no-unreadable', 'row 2, soort'],
				['cell-too-long', 'row 3, pad']
			])
		);
	});
	test('a code twice, a code below itself, an unknown parent', () => {
		expect(codesOf(csv(present, 'pad;wel', 'Wonen;a', 'wonen;b'))).toEqual([['code-import-double', 'row 3']]);
		expect(codesOf(csv(present, 'naam;onder', 'Wonen;Groen'))).toEqual([['code-import-cycle', 'row 2']]);
		expect(codesOf(csv(present, 'pad;wel', 'Weg › Nieuw;'))).toEqual([['code-import-parent-unknown', 'row 2']]);
	});
	test('two new codes of one name in one place', () => {
		expect(codesOf(csv(present, 'pad;wel', 'Nieuw;a', 'nieuw;b')).map(([each]) => each)).toEqual([
			'code-import-name-taken',
			'code-import-name-taken'
		]);
	});
});
