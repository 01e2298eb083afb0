import { describe, expect, test } from 'vitest';
import Papa from 'papaparse';
import type { Code } from '#lib/domain/codebook/code.ts';
import { codebookOf } from '#lib/domain/codebook/codebook.ts';
import { codebookTable } from '#lib/report/codebook-table.ts';
import { toCsv } from '#lib/report/to-csv.ts';

const code = (id: string, name: string, more: Partial<Code> = {}): Code => ({
	id,
	parentId: null,
	name,
	definition: '',
	include: '',
	exclude: '',
	example: '',
	synonyms: [],
	color: null,
	isCodable: true,
	pillarIds: null,
	indicators: [],
	place: 0,
	...more
});
const about = { projectName: 'Demo', isFictional: true, frozenAt: '2026-03-12T09:00:00Z' };
const book = codebookOf([
	code('green', 'Groen én spelen 😀', {
		parentId: 'living',
		definition: 'Parken; "groen"\nen 👨‍👩‍👧',
		synonyms: ['park', 'boom'],
		color: 3,
		indicators: [{ indicatorId: 'i1', relation: 'same-topic' }]
	}),
	code('living', 'Wonen', { isCodable: false, pillarIds: ['p1', 'p2'] }),
	code('formula', '=1+1', { place: 1, pillarIds: [] })
]);
const links = {
	pillarNames: new Map([
		['p1', 'Wonen en leefomgeving'],
		['p2', 'Gezondheid']
	]),
	indicatorKeys: new Map([['i1', 'KW2']]),
	counts: new Map([['green', { codings: 12, interviews: 5 }]])
};
const read = (csv: Uint8Array) => {
	const rows = Papa.parse<string[]>(new TextDecoder().decode(csv), { delimiter: ';' }).data;
	const head = rows.findIndex(([first]) => first === 'Plaats in de boom');
	const [labels = [], ...rest] = rows.slice(head);
	return rest
		.filter((cells) => cells.length === labels.length)
		.map((cells) => Object.fromEntries(labels.map((label, at) => [label, cells[at]])));
};

describe('the codebook as a table', () => {
	test('has the codes in the order of the tree, with path, rules, links and use', () => {
		const rows = read(toCsv(codebookTable({ book, shown: 2, withheld: 1 }, links, about, 'nl'), 'nl'));
		expect(rows.map((row) => row['Plaats in de boom'])).toEqual(['Wonen', 'Wonen › Groen én spelen 😀', "'=1+1"]);
		expect(rows[1]).toMatchObject({
			Naam: 'Groen én spelen 😀',
			Omschrijving: 'Parken; "groen"\nen 👨‍👩‍👧',
			Synoniemen: 'park; boom',
			Kleur: '3',
			'Om te coderen': 'ja',
			Pijlers: 'zoals de code erboven',
			Indicatoren: 'KW2:same-topic',
			Coderingen: '12',
			Gesprekken: '5'
		});
		expect(rows[0]).toMatchObject({ Pijlers: 'Wonen en leefomgeving; Gezondheid', 'Om te coderen': 'nee' });
		expect(rows[2]).toMatchObject({ Pijlers: '', Coderingen: '0' });
	});

	test('leaves the counts out for who may not see codings', () => {
		const rows = read(
			toCsv(codebookTable({ book, shown: 2, withheld: 1 }, { ...links, counts: null }, about, 'nl'), 'nl')
		);
		expect(rows.map((row) => row['Coderingen'])).toEqual(['', '', '']);
	});

	test('says how many examples are words of interviews, how many of these stay out, and what is in it', () => {
		const told = new TextDecoder().decode(
			toCsv(codebookTable({ book, shown: 2, withheld: 1 }, links, about, 'nl'), 'nl')
		);
		expect(told).toContain('Voorbeelden uit gesprekken;2');
		expect(told).toMatch(/In dit bestand: Codes;"?3; vingerafdruk \w+/);
		expect(told).toContain('Van 1 voorbeeld uit een gesprek blijven de woorden weg');
	});
});
