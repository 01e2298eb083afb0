import { describe, expect, test } from 'vitest';
import Papa from 'papaparse';
import type { QuoteRow } from '#lib/report/quote-row.ts';
import { safeCell } from '#lib/report/safe-cell.ts';
import { toCsv } from '#lib/report/to-csv.ts';
import { toXlsx } from '#lib/report/to-xlsx.ts';
import { xmlText } from '#lib/report/xml-text.ts';
import { parts, sheetsOf } from './unzip.ts';
import { quoteTable } from './quote-table-of.ts';

const about = { projectName: 'Demo', isFictional: true, frozenAt: '2026-03-12T09:00:00Z', selection: 'Code: Groen' };
const quote = (more: Partial<QuoteRow> = {}): QuoteRow => ({
	reference: 'VOL-B-01 · 2023 · 14',
	sourceId: 's1',
	areaName: 'Vollenhove',
	waveYear: 2023,
	group: 'resident',
	studyName: 'Ontwikkelingen',
	codePath: 'Wonen › Groen',
	valences: ['forward', 'improve'],
	text: 'Het park is "opgeknapt"; een bankje\nmist 👨‍👩‍👧 nog.',
	memo: '',
	isImportant: false,
	coderName: 'Codeur 1',
	codedAt: '2025-03-12T09:00:00Z',
	quotesAllowed: true,
	codebookVersion: { number: 2, name: 'Na de proef 😀' },
	...more
});
const withheld = quote({ sourceId: 's2', text: 'Niemand mag dit lezen', quotesAllowed: false });

describe('the quotes as a table', () => {
	test('have reference, place, code, both directions and the exact words', () => {
		const { columns, rows } = quoteTable([quote()], about, 'nl');
		expect(Object.fromEntries(columns.map(({ label }, at) => [label, rows[0]![at]]))).toEqual({
			Verwijzing: 'VOL-B-01 · 2023 · 14',
			Wijk: 'Vollenhove',
			Meetronde: 2023,
			Groep: 'bewoner',
			Deelonderzoek: 'Ontwikkelingen',
			Code: 'Wonen › Groen',
			Richting: 'gaat vooruit; kan beter',
			Citaat: 'Het park is "opgeknapt"; een bankje\nmist 👨‍👩‍👧 nog.',
			Memo: '',
			Belangrijk: 'nee',
			Codeur: 'Codeur 1',
			'Gecodeerd op': '2025-03-12T09:00:00Z',
			'Toestemming voor citaten': 'ja',
			'Versie van het codeboek': '2. Na de proef 😀'
		});
	});

	test('leave the words out without consent, and say so', () => {
		const table = quoteTable([quote(), withheld], about, 'nl');
		expect(JSON.stringify(table)).not.toContain('Niemand mag');
		expect(table.rows[1]).toContain('[tekst weggelaten: geen toestemming voor citaten]');
		expect(table.about).toContainEqual(['Citaten zonder toestemming (tekst weggelaten)', '1']);
	});

	test('say how many quotes of how many interviews, what was chosen, and of when', () => {
		expect(quoteTable([quote(), quote(), withheld], about, 'nl').about.slice(0, -1)).toEqual([
			['Project', 'Demo'],
			['Aantal citaten', '3'],
			['Aantal gesprekken', '2'],
			['Citaten zonder toestemming (tekst weggelaten)', '1'],
			['Wat hier niet in staat, en waarom', 'Van 1 citaat ontbreken de woorden, omdat er geen toestemming is.'],
			['Selectie', 'Code: Groen'],
			['Gegevens bevroren op', '12 maart 2026 om 10:00']
		]);
	});

	test('have a fingerprint of the data, not of the moment or the language', () => {
		const hash = (quotes: readonly QuoteRow[], frozenAt: string, locale: 'nl' | 'en') =>
			quoteTable(quotes, { ...about, frozenAt }, locale).about.at(-1)![1];
		const first = hash([quote()], '2026-03-12T09:00:00Z', 'nl');
		expect(hash([quote()], '2027-01-01T00:00:00Z', 'en')).toBe(first);
		expect(hash([quote({ memo: 'anders' })], '2026-03-12T09:00:00Z', 'nl')).not.toBe(first);
	});
});

describe('CSV', () => {
	const text = (locale: 'nl' | 'en', ...quotes: readonly QuoteRow[]) =>
		new TextDecoder('utf-8', { ignoreBOM: true }).decode(toCsv(quoteTable(quotes, about, locale), locale));

	test('has no byte order mark, and begins with the line of invented data', () => {
		expect(text('nl', quote())).toMatch(/^FICTIEVE DEMODATA: geen echte mensen, gesprekken of metingen\r\n/);
	});

	test.each([
		['nl', ';'],
		['en', ',']
	] as const)('in %s is read back as it was, with "%s"', (locale, delimiter) => {
		const content = text(locale, quote(), withheld);
		const body = content.slice(content.indexOf('\r\n\r\n') + 4);
		const { data, errors } = Papa.parse<string[]>(body, { delimiter, newline: '\r\n', skipEmptyLines: true });
		expect(errors).toEqual([]);
		expect(data).toHaveLength(3);
		expect(data[1]).toContain('Het park is "opgeknapt"; een bankje\nmist 👨‍👩‍👧 nog.');
		expect(data[1]).toContain('2023');
	});

	test('writes numbers for machines: no grouping, the decimal sign of the language, a minus stays a number', () => {
		const table = {
			name: 't',
			watermark: null,
			about: [],
			columns: [{ label: 'a', width: 1 }],
			rows: [[-1234.5], [null]]
		};
		const csv = (locale: 'nl' | 'en') => new TextDecoder().decode(toCsv(table, locale));
		expect(csv('nl')).toBe('\r\na\r\n-1234,5\r\n\r\n');
		expect(csv('en')).toBe('\r\na\r\n-1234.5\r\n\r\n');
	});

	test.each(['=1+1', '+31', '-2', '@SUM(A1)', '\tx', '\rx', '\n=1', '＝1', '=cmd|’ /C calc’!A0'])(
		'never lets %j become a formula',
		(dangerous) => {
			expect(safeCell(dangerous)).toBe(`'${dangerous}`);
			const content = text('nl', quote({ text: dangerous, memo: dangerous, coderName: dangerous }));
			const rows = Papa.parse<string[]>(content, { delimiter: ';', newline: '\r\n' }).data;
			expect(rows.flat().filter((cell) => /^[=+\-@\t\r\n＝]/.test(cell))).toEqual([]);
		}
	);

	test('leaves an ordinary text alone', () => {
		for (const plain of ['Ik voel me 😀 thuis', '', '1-2', ' = x', '’s avonds']) expect(safeCell(plain)).toBe(plain);
	});
});

describe('Excel', () => {
	const bytes = (...quotes: readonly QuoteRow[]) => toXlsx([quoteTable(quotes, about, 'nl')], 'nl');

	test('is read back as it was: numbers as numbers, texts as texts', async () => {
		const sheets = sheetsOf(await bytes(quote(), withheld));
		expect(sheets.map(({ name }) => name)).toEqual(['Citaten', 'Over dit bestand']);
		const [watermark, header, first] = sheets[0]!.rows;
		expect(watermark![0]).toBe('FICTIEVE DEMODATA: geen echte mensen, gesprekken of metingen');
		expect(header).toContain('Citaat');
		expect(first).toContain(2023);
		expect(first).toContain('Het park is "opgeknapt"; een bankje\nmist 👨‍👩‍👧 nog.');
		expect(sheets[1]!.rows).toContainEqual(['Selectie', 'Code: Groen']);
	});

	test('freezes the header', async () => {
		const xml = parts(await bytes(quote()))['xl/worksheets/sheet1.xml']!;
		expect(xml).toMatch(/<pane [^>]*ySplit="2"/);
		expect(xml).toContain('state="frozen"');
	});

	test('has no formula, whatever a text begins with, and keeps its exact words', async () => {
		const made = await bytes(quote({ text: '=HYPERLINK("x")', memo: '+1' }));
		expect(Object.values(parts(made)).join()).not.toMatch(/<f[ >]/);
		const [sheet] = sheetsOf(made);
		expect(sheet!.rows[2]).toContain('=HYPERLINK("x")');
	});

	test('survives signs that XML cannot hold, and says when a text was cut', async () => {
		const long = 'woord '.repeat(7000);
		const sheets = sheetsOf(await bytes(quote({ text: 'a\u000Bb\uD83D', memo: long })));
		const row = sheets[0]!.rows[2]!;
		expect(row).toContain('a□b□');
		const memo = row.find((cell) => String(cell).startsWith('woord'));
		expect(String(memo)).toHaveLength(32_767);
		expect(String(memo)).toMatch(/\[afgekapt\]$/);
		expect(sheets[1]!.rows.map(([label]) => label)).toContain('Let op');
	});
});

test('what XML can hold is left alone: tabs, line ends, astral letters', () => {
	const text = 'a\tb\nc 😀 é 𝑺 \u00A0';
	expect(xmlText(text)).toBe(text);
	expect(xmlText('\u0000\u001F\uFFFF\uD83D')).toBe('\uFFFD'.repeat(4));
});
