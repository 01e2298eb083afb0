import { describe, expect, test } from 'vitest';
import type { JointDisplay } from '#lib/merge/joint-display.ts';
import { jointDisplayDocument } from '#lib/report/joint-display-document.ts';
import { jointDisplaySheets } from '#lib/report/joint-display-sheets.ts';
import { factsheetDocument } from '#lib/report/factsheet-document.ts';
import { toXlsx } from '#lib/report/to-xlsx.ts';
import type { ReportDocument } from '#lib/report/document.ts';
import { withholdFor } from '#lib/server/views/withhold.ts';
import { decidedDisplay } from './decided-display.ts';
import { sheetsOf } from './unzip.ts';

const about = { projectName: 'Demo', isFictional: true, frozenAt: '2026-03-12T09:00:00Z' };

/** The same display in which the words of every quote are others. */
const reworded = (display: JointDisplay): JointDisplay => ({
	...display,
	rows: display.rows.map((row) => ({
		...row,
		quotes: row.quotes.map((quote) => ({ ...quote, text: quote.text && 'Iets anders 😀.' }))
	}))
});

const tableIn = ({ blocks }: ReportDocument) => {
	const found = blocks.find((block) => block.kind === 'table' && block.caption === 'Aantallen en vingerafdrukken');
	if (found?.kind !== 'table') throw new Error('there is no manifest');
	return new Map(found.rows.map(([label, n, hash]) => [label?.[0]?.text, [n?.[0]?.text, hash?.[0]?.text]]));
};

describe('what is in a file', () => {
	// as if two of a group were enough to be quoted
	const display = { ...decidedDisplay(), smallCell: 2 };
	const few = decidedDisplay();

	test('is counted at the end of a joint display, with a fingerprint that is of the content', () => {
		const manifest = tableIn(jointDisplayDocument(display, [], about, 'nl'));
		const values = display.indicators.flatMap((one) => one.values).filter(({ value }) => value !== null);
		expect(manifest.get('Thema’s')?.[0]).toBe(String(display.rows.length));
		expect(Number(manifest.get('Waarden van cijfers')?.[0])).toBeGreaterThanOrEqual(values.length);
		expect(manifest.get('Oordelen')?.[0]).toBe('2');
		expect(manifest.get('Citaten')?.[0]).toBe('2');
		const other = tableIn(jointDisplayDocument(reworded(display), [], about, 'nl'));
		expect(other.get('Citaten')?.[0]).toBe('2');
		expect(other.get('Citaten')?.[1]).not.toBe(manifest.get('Citaten')?.[1]);
		expect(other.get('Thema’s')).toEqual(manifest.get('Thema’s'));
	});

	test('stands in the last sheet too, with what is not in it and why', async () => {
		const sheets = sheetsOf(
			await toXlsx(
				jointDisplaySheets(few, [], () => 1, about, 'nl'),
				'nl'
			)
		);
		const lines = new Map((sheets.at(-1)?.rows ?? []).map(([label, value]) => [label, String(value)]));
		expect(lines.get('In dit bestand: Citaten')).toMatch(/^1; vingerafdruk [0-9a-f]{16}$/);
		const left = lines.get('Wat hier niet in staat, en waarom') ?? '';
		expect(left).toContain('Van de groep professional zijn er 2 gesprekken.');
		expect(left).toContain('1 gekozen citaat ontbreekt, omdat er geen toestemming is.');
		expect(left).toContain('Daar staat een voorstel.');
	});

	test('tells that a chosen quote is not in it, since its passage was coded as something else', () => {
		const [row] = display.rows.filter(({ quotes }) => quotes.length > 0);
		const stray = row!.quotes[0]!;
		const without: JointDisplay = {
			...display,
			rows: display.rows.map((one) => (one === row ? { ...one, quotes: [], quotesOffTheme: [stray] } : one))
		};
		const said = '1 gekozen citaat ontbreekt, omdat het niet meer bij het thema hoort.';
		const document = JSON.stringify(jointDisplayDocument(without, [], about, 'nl'));
		const hidden = withholdFor(without, { readQuotes: false, listSources: true });
		expect(hidden.rows.flatMap(({ quotesOffTheme }) => quotesOffTheme ?? [])).toEqual([]);
		expect(document).toContain(said);
		expect(document).not.toContain(stray.text);
		const input = { area: display.area, years: { from: 2021, to: 2025 }, texts: [], blocks: new Map(), smallest: 1 };
		const sheet = JSON.stringify(factsheetDocument({ ...input, displays: [without] }, about, 'nl'));
		expect(sheet).toContain(said);
		expect(sheet).not.toContain(stray.text);
	});

	test('is one line in a factsheet', () => {
		const lineOf = (one: JointDisplay) => {
			const years = { from: 2021, to: 2025 };
			const input = { area: one.area, years, displays: [one], texts: [], blocks: new Map(), smallest: 1 };
			const { blocks } = factsheetDocument(input, about, 'nl');
			const quotes = blocks.filter(({ kind }) => kind === 'quote').length;
			const found = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.line.text] : []));
			return { quotes, text: found.find((text) => text.startsWith('In dit bestand:')) ?? '' };
		};
		const { quotes, text } = lineOf(display);
		expect(quotes).toBeGreaterThan(0);
		expect(text).toMatch(new RegExp(`Citaten: ${quotes} \\([0-9a-f]{16}\\); Tabellen en grafieken: \\d+`));
		expect(lineOf(reworded(display)).text).not.toBe(text);
	});
});
