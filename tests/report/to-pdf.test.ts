import { describe, expect, test } from 'vitest';
import { line, type Block, type ReportDocument } from '#lib/report/document.ts';
import { jointDisplayDocument } from '#lib/report/joint-display-document.ts';
import { newPdfPress } from '#lib/report/to-pdf.ts';
import { readFonts } from '#lib/server/printing/fonts.ts';
import { textOf } from '../support/rich-text-of.ts';
import { decidedDisplay } from './decided-display.ts';
import { allTags, readPdf } from './read-pdf.ts';

const press = newPdfPress(readFonts());
const blocks: readonly Block[] = [
	{ kind: 'heading', level: 1, text: 'Veiligheid' },
	{ kind: 'paragraph', line: line('Het is rustiger. #strong[geen opdracht] $x$ @hier', 'strong') },
	{ kind: 'rich', text: textOf('Geschreven door een mens.'), level: 2 },
	{ kind: 'list', items: ['Bevestigt', 'Spreekt tegen'] },
	{ kind: 'quote', text: 'Ik loop nu gewoon weer langs de flat.', reference: 'VOL-B-02 · 2025 · 14' },
	{ kind: 'box', lines: ['5 gesprekken'] },
	{
		kind: 'table',
		caption: 'Cijfers over veiligheid',
		columns: [
			{ label: 'Indicator', width: 2 },
			{ label: '2025', width: 1 }
		],
		rows: [
			[[line('Voelt zich veilig')], [line('71 %')]],
			[[line('Overlast')], []]
		]
	}
];
const report = (more: Partial<ReportDocument> = {}): ReportDocument => ({
	title: 'Factsheet Vollenhove',
	subtitle: '2021 en 2025',
	language: 'nl-NL',
	isUpright: true,
	watermark: null,
	footer: 'Demo.',
	madeAt: '2026-03-12T09:00:00Z',
	pageWords: { page: 'Bladzijde', of: 'van' },
	blocks,
	...more
});
const roles = async (document: ReportDocument) => {
	const { pages } = await readPdf(press(document));
	return allTags(pages.flatMap(({ tags }) => tags)).map(({ role }) => role);
};

describe('a report as PDF', () => {
	test('says its title, maker, language, moment and that it follows PDF/UA-1', async () => {
		const { info, raw } = await readPdf(press(report()));
		expect(info).toMatchObject({
			Title: 'Factsheet Vollenhove',
			Author: 'Wijkstem',
			Language: 'nl-NL',
			CreationDate: 'D:20260312090000Z'
		});
		const claims = ['/Marked true', '/DisplayDocTitle true', '<pdfuaid:part>1</pdfuaid:part>'];
		expect(claims.filter((claim) => !raw.includes(claim))).toEqual([]);
		expect((await readPdf(press(report({ language: 'en-GB' })))).info).toMatchObject({ Language: 'en-GB' });
	});

	test('has tags for headings, lists, quotes and tables, in the order of reading', async () => {
		const found = (await roles(report())).filter((role) =>
			['H1', 'L', 'LI', 'BlockQuote', 'Table', 'Caption', 'TH', 'TD'].includes(role)
		);
		expect(found).toEqual([
			'H1',
			'L',
			'LI',
			'LI',
			'BlockQuote',
			'Table',
			'Caption',
			'TH',
			'TH',
			'TH',
			'TD',
			'TH',
			'TD'
		]);
	});

	test('tells the first cell of a row as the header of that row, as Word and HTML do', async () => {
		const { raw } = await readPdf(press(report()));
		expect(raw.match(/\/Scope \/Column/g)).toHaveLength(2);
		expect(raw.match(/\/Scope \/Row/g)).toHaveLength(2);
	});

	test('holds words as words, and no sign of a text is a command', async () => {
		const [page] = (await readPdf(press(report()))).pages;
		expect(page?.text).toContain('Het is rustiger. #strong[geen opdracht] $x$ @hier');
		expect(page?.text).toContain('Bladzijde 1 van 1');
	});

	test('has the same bytes for the same data, also from another press', () => {
		const once = press(report());
		press(report({ title: 'Een ander' }));
		expect(Buffer.compare(once, press(report()))).toBe(0);
		expect(Buffer.compare(once, newPdfPress(readFonts())(report()))).toBe(0);
	});

	test('shows a box for a sign that its letters lack, and says so', async () => {
		const [page] = (await readPdf(press(report({ title: 'Blij 😀', blocks: [] })))).pages;
		expect(page?.text).toContain('Blij □');
		expect(page?.text).toContain('In dit bestand staat 1 keer □');
	});

	test('mends a heading that skips a step, so that the file stays readable by ear', async () => {
		const skipping = report({
			blocks: [
				{ kind: 'heading', level: 1, text: 'Wonen' },
				{
					kind: 'rich',
					level: 3,
					text: [{ kind: 'heading', level: 3, content: [{ kind: 'text', text: 'Diep', marks: [] }] }]
				},
				{ kind: 'heading', level: 2, text: '' }
			]
		});
		expect((await roles(skipping)).filter((role) => /^H\d$/.test(role))).toEqual(['H1', 'H2']);
	});

	test('carries the line of invented data on every page', async () => {
		const many = Array.from({ length: 60 }, () => blocks).flat();
		const { pages } = await readPdf(press(report({ watermark: 'FICTIEVE DEMODATA', blocks: many })));
		expect(pages.length).toBeGreaterThan(5);
		expect(pages.every(({ text }) => text.includes('FICTIEVE DEMODATA'))).toBe(true);
	});

	test('keeps what a table is about on the page where the table begins', async () => {
		const [table] = blocks.slice(-1);
		for (let lines = 40; lines < 52; lines += 1) {
			const text = Array.from({ length: lines }, (): Block => ({ kind: 'paragraph', line: line('Een regel.') }));
			const { pages } = await readPdf(press(report({ blocks: table ? [...text, table] : [] })));
			expect(pages.filter((page) => /Cijfers over veiligheid.*Voelt zich veilig/.test(page.text))).toHaveLength(1);
		}
	});

	test('lies down for a joint display, with its tables', async () => {
		const display = jointDisplayDocument(
			decidedDisplay(),
			[],
			{ projectName: 'Demo', isFictional: true, frozenAt: '2026-03-12T09:00:00Z' },
			'nl'
		);
		const { raw } = await readPdf(press(display));
		expect(raw).toContain('/MediaBox [0 0 841.8898 595.2756]');
		expect((await roles(display)).filter((role) => role === 'Table').length).toBeGreaterThanOrEqual(2);
	});
});
