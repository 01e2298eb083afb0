import { describe, expect, test } from 'vitest';
import { buildJointDisplay } from '#lib/merge/build-display.ts';
import type { ReportDocument } from '#lib/report/document.ts';
import { currentOf } from '#lib/report/live-said.ts';
import { saidBlocks } from '#lib/report/section-blocks.ts';
import { seriesPng } from '#lib/report/series-png.ts';
import { seriesSvg } from '#lib/report/series-svg.ts';
import { toDocx } from '#lib/report/to-docx.ts';
import { toHtml } from '#lib/report/to-html.ts';
import { newPdfPress } from '#lib/report/to-pdf.ts';
import { readFonts } from '#lib/server/printing/fonts.ts';
import { demoInput } from '../merge/demo-project.ts';
import { allTags, readPdf } from './read-pdf.ts';
import { parts } from './unzip.ts';

const chartOf = (label: RegExp, pillar = 'health') => {
	const display = buildJointDisplay(demoInput(pillar, 'vollenhove'));
	if (!display.ok) throw new Error(JSON.stringify(display.problems));
	const figures = display.value.indicators.find((one) => label.test(one.label));
	const now = currentOf(
		{ kind: 'chart', indicatorId: figures?.indicatorId ?? '' },
		{ display: display.value, quote: null },
		'nl'
	);
	if (now.kind !== 'there' || now.said.kind !== 'chart') throw new Error('no chart');
	return now.said;
};
const chart = chartOf(/gezondheid/);
const caption = 'Figuur: Ervaart eigen gezondheid als (zeer) goed (% 18+), Vollenhove, 2021–2025';
const report: ReportDocument = {
	title: 'Rapport',
	subtitle: '2021 en 2025',
	language: 'nl-NL',
	isUpright: true,
	watermark: null,
	footer: 'Demo.',
	madeAt: '2026-03-12T09:00:00Z',
	pageWords: { page: 'Bladzijde', of: 'van' },
	blocks: saidBlocks(chart)
};

describe('a chart in a report', () => {
	test('says in words and in a table what it draws, with the trend break', () => {
		expect(chart.description).toMatch(
			/^Grafiek: .*Vollenhove\. 2021 \(2020\): 64; 2023 \(2022\): 59, trendbreuk; 2025 \(2024\): 63\. /
		);
		expect(chart.table.rows[1]?.[3]).toContain('Trendbreuk');
		expect(chart.table.caption).toContain('Bron:');
	});

	test('draws the areas compared with in dashes of their own, with their names, in words and in columns', () => {
		const comparisons = [
			{ label: 'Zeist', values: [60, null, 61.5] },
			{ label: 'Nederland', values: [70, 71, 72] }
		];
		const display = buildJointDisplay(demoInput('health', 'vollenhove'));
		if (!display.ok) throw new Error('no display');
		const figures = display.value.indicators.find((one) => /gezondheid/.test(one.label));
		const now = currentOf(
			{ kind: 'chart', indicatorId: figures?.indicatorId ?? '' },
			{ display: display.value, quote: null, linesOf: () => comparisons },
			'nl'
		);
		if (now.kind !== 'there' || now.said.kind !== 'chart') throw new Error('no chart');
		expect(now.said.description).toContain('Ter vergelijking Zeist: 2021: 60,0; 2023: –; 2025: 61,5.');
		expect(now.said.table.columns.slice(1, 4)).toEqual(['Vollenhove', 'Zeist', 'Nederland']);
		expect(now.said.table.rows.map((row) => row.slice(2, 4))).toEqual([
			['60,0', '70,0'],
			['–', '71,0'],
			['61,5', '72,0']
		]);
		const svg = seriesSvg(now.said);
		expect(svg).toContain('>Zeist</text>');
		expect(new Set([...svg.matchAll(/stroke-dasharray="([^"]*)"/g)].map(([, dash]) => dash)).size).toBe(2);
		expect(seriesPng(now.said)).not.toEqual(seriesPng(chart));
	});

	test('of an earlier version has the line of its table', () => {
		const { caption: _, ...old } = chart;
		expect(saidBlocks(old)[0]).toMatchObject({ kind: 'chart', caption: chart.table.caption });
	});

	test('keeps the lines of other areas in its document', () => {
		const comparisons = [{ label: 'Zeist', values: [60, null, 61.5] }];
		expect(saidBlocks({ ...chart, comparisons })[0]).toMatchObject({ comparisons });
	});

	test('is gone with its indicator', () => {
		const built = buildJointDisplay(demoInput('health', 'vollenhove'));
		if (!built.ok) throw new Error('no display');
		expect(currentOf({ kind: 'chart', indicatorId: 'none' }, { display: built.value, quote: null }, 'nl').kind).toBe(
			'gone'
		);
	});

	test('is a drawing in the page of HTML, with its words for who does not see it', () => {
		const html = toHtml(report);
		const two = toHtml({ ...report, blocks: [...report.blocks, ...report.blocks] });
		expect(html).toMatch(
			/<figure><svg [^>]*role="img" aria-labelledby="figure-1-title" aria-describedby="figure-1-desc">/
		);
		expect(html).toContain(`<title id="figure-1-title">${caption}</title>`);
		expect(html).toContain(`<desc id="figure-1-desc">${chart.description}</desc>`);
		expect(html).toContain(`<figcaption>${caption}</figcaption></figure>`);
		const ids = [...two.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
		expect(new Set(ids).size).toBe(ids.length);
		expect(html).toContain('>trendbreuk</text>');
		expect(html).toContain('<caption>');
	});

	test('is a picture with an alternative text in Word, also for who knows no SVG', async () => {
		const files = parts(await toDocx(report));
		expect(files['word/document.xml']).toContain(`descr="${chart.description}"`);
		const names = Object.keys(files).filter((name) => name.startsWith('word/media/'));
		expect(names.map((name) => name.split('.').at(-1)).toSorted()).toEqual(['png', 'svg']);
		expect(Buffer.compare(await toDocx(report), await toDocx(report))).toBe(0);
	});

	test('has its number and its name below it in Word, apart from those of tables', async () => {
		const xml = parts(await toDocx(report))['word/document.xml'] ?? '';
		const captions = [...xml.matchAll(/<w:pStyle w:val="(\w*Caption)"\/>.*?<\/w:p>/gs)].map(([paragraph, style]) => [
			style,
			[...paragraph.matchAll(/<w:t[^>]*>([^<]*)</g)].map(([, text]) => text).join('')
		]);
		expect(captions).toEqual([
			['FigureCaption', `Figuur 1. ${caption.replace('Figuur: ', '')}`],
			['Caption', `Tabel 1. ${chart.table.caption}`]
		]);
		expect(xml).toContain('w:instr="SEQ Figuur \\* ARABIC"');
		expect(xml.indexOf('descr=')).toBeLessThan(xml.indexOf('SEQ Figuur'));
	});

	test('is drawn by lines in a PDF, with an alternative text and a table', async () => {
		const { pages, raw } = await readPdf(newPdfPress(readFonts())(report));
		const tags = allTags(pages.flatMap(({ tags: own }) => own));
		expect(tags.find(({ role }) => role === 'Figure')?.alt).toBe(chart.description);
		expect(tags.some(({ role }) => role === 'Table')).toBe(true);
		expect(pages.map(({ text }) => text).join('\n')).toContain('Figuur: Ervaart eigen gezondheid');
		expect(raw).not.toContain('/Subtype /Image');
	});

	test('as dots is a PNG that begins as one, with something drawn', () => {
		const png = seriesPng(chart);
		expect(Buffer.from(png.subarray(1, 4)).toString()).toBe('PNG');
		expect(new Set(png).size).toBeGreaterThan(10);
	});
});
