import { describe, expect, test } from 'vitest';
import type { Observation } from '#lib/domain/indicator/observation.ts';
import { buildJointDisplay } from '#lib/merge/build-display.ts';
import type { DisplayInput, JointDisplay } from '#lib/merge/joint-display.ts';
import { estimatedPages } from '#lib/report/document-height.ts';
import type { Block, ReportDocument } from '#lib/report/document.ts';
import { factsheetDocument } from '#lib/report/factsheet-document.ts';
import { jointDisplayDocument } from '#lib/report/joint-display-document.ts';
import { jointDisplaySheets } from '#lib/report/joint-display-sheets.ts';
import { currentOf, figuresTable } from '#lib/report/live-said.ts';
import { roundsShown } from '#lib/report/rounds-shown.ts';
import { saidBlocks } from '#lib/report/section-blocks.ts';
import { toldByRows } from '#lib/report/told-figures.ts';
import { newPdfPress } from '#lib/report/to-pdf.ts';
import { readFonts } from '#lib/server/printing/fonts.ts';
import { demoInput } from '../merge/demo-project.ts';
import { placesInPdf, readPdf } from './read-pdf.ts';

const years = Array.from({ length: 10 }, (_, at) => 2016 + at);
const about = { projectName: 'Demo', isFictional: true, frozenAt: '2026-03-12T09:00:00Z' };

/** The demo with a round each year; the years between have figures of their own. */
const tenYears = (pillarId: string): DisplayInput => {
	const input = demoInput(pillarId, 'vollenhove');
	const known = new Set(input.waves.map(({ id }) => id));
	const last = input.observations.filter(({ waveId }) => waveId === '2025');
	const between = years.filter((year) => !known.has(String(year)));
	const added = between.flatMap((year) =>
		last.map((one): Observation => ({
			...one,
			waveId: String(year),
			referenceYear: year - 1,
			trendBreak: year === 2018
		}))
	);
	return {
		...input,
		waves: years.map((year) => ({ id: String(year), label: `Meting ${year}`, year })),
		fromWaveId: '2016',
		observations: [...input.observations, ...added]
	};
};
const displayOf = (pillarId: string): JointDisplay => {
	const built = buildJointDisplay(tenYears(pillarId));
	if (!built.ok) throw new Error(JSON.stringify(built.problems));
	return built.value;
};
const display = displayOf('safety');

const upright = (blocks: readonly Block[]): ReportDocument => ({
	...{ title: 'Rapport 😀', subtitle: '2016 tot 2025', language: 'nl-NL', isUpright: true, watermark: null },
	...{ footer: 'Demo.', madeAt: '2026-03-12T09:00:00Z', pageWords: { page: 'Bladzijde', of: 'van' }, blocks }
});

const margin = 42.5; // 15 mm in points

/** Words that stand over the edge of their page, or over other words in the same line. */
const faultsOf = async (document: ReportDocument): Promise<readonly string[]> => {
	const { width, words } = await placesInPdf(newPdfPress(readFonts())(document));
	const over = words.filter(({ left, right }) => left < margin - 1 || right > width - margin + 1);
	const onOthers = words.flatMap((one, at) =>
		words
			.slice(at + 1)
			.filter(({ page, base }) => page === one.page && Math.abs(base - one.base) < one.size / 2)
			.filter(({ left, right }) => Math.min(right, one.right) - Math.max(left, one.left) > 1)
			.map(({ text }) => `${one.text} on ${text}`)
	);
	return [...over.map(({ text }) => `${text} over the edge`), ...onOthers];
};

const tables = (blocks: readonly Block[]) => blocks.filter((block) => block.kind === 'table');

/** Values as long as a register has them. */
const withLarge = (small: JointDisplay): JointDisplay => ({
	...small,
	indicators: small.indicators.map((figures) => ({
		...figures,
		values: figures.values.map((one) => ({ ...one, value: one.value === null ? null : one.value * 1000.4 }))
	}))
});

describe('ten rounds in a report', () => {
	test('a table of figures goes on in a second one, with each round once and the names in both', () => {
		const parts = tables(saidBlocks(figuresTable(display, 'nl')));
		expect(parts.map(({ columns }) => columns.length)).toEqual([6, 7]);
		expect(parts.map(({ caption }) => caption.slice(-6))).toEqual([' (1/2)', ' (2/2)']);
		const rounds = parts
			.flatMap(({ columns }) => columns.map(({ label }) => label))
			.filter((label) => /^\d/.test(label));
		expect(rounds).toEqual(years.map(String));
		const [first, second] = parts.map(({ rows }) => rows.map(([name]) => name));
		expect(first).toEqual(second);
		expect(parts[1]?.columns.at(-1)?.label).toBe('Ontwikkeling');
		expect(parts.flatMap(({ rows }) => rows.map((row) => row.length))).toEqual([
			...display.indicators.map(() => 6),
			...display.indicators.map(() => 7)
		]);
	});

	test('a table with room for its rounds is left whole', () => {
		const six = { ...display, waves: display.waves.slice(4) };
		expect(tables(saidBlocks(figuresTable(six, 'nl', six.waves)))).toHaveLength(1);
	});

	test('its tables and its chart stay on an upright page, and no words stand on others', async () => {
		const indicatorId = display.indicators[0]?.indicatorId ?? '';
		const lines = [{ label: 'Vergelijking (fictief landelijk)', values: years.map((_, at) => 20 + at) }];
		const now = currentOf({ kind: 'chart', indicatorId }, { display, quote: null, linesOf: () => lines }, 'nl');
		if (now.kind !== 'there') throw new Error('no chart');
		const blocks = [...saidBlocks(now.said), ...saidBlocks(figuresTable(withLarge(display), 'nl'))];
		expect(await faultsOf(upright(blocks))).toEqual([]);
		const { pages } = await readPdf(newPdfPress(readFonts())(upright(blocks)));
		expect(pages.length).toBeLessThanOrEqual(estimatedPages({ blocks }));
	});

	test('the page of a joint display stays within its edges and tells every round', async () => {
		const document = jointDisplayDocument(display, [], about, 'nl');
		expect(await faultsOf(document)).toEqual([]);
		const figures = tables(document.blocks)[0]?.columns[1]?.label ?? '';
		for (const year of years) expect(figures).toContain(String(year));
	});

	test('its sheets hold a row for each figure and round', () => {
		const sheet = jointDisplaySheets(display, [], () => 0, about, 'nl')[1];
		const first = sheet?.rows.filter((row) => row[2] === display.indicators[0]?.key) ?? [];
		expect(first.map((row) => row[5])).toEqual(years);
	});
});

describe('ten rounds in a factsheet', () => {
	const displays = ['health', 'safety', 'participation', 'education', 'living'].map(displayOf);
	const input = {
		...{ area: display.area, years: { from: 2016, to: 2025 }, displays, texts: [], blocks: new Map(), smallest: 1 }
	};
	const document = factsheetDocument(input, about, 'nl');

	test('its tables show the first and the newest rounds, and it says where the others are', () => {
		const rounds = tables(document.blocks).map(({ columns }) => columns.map(({ label }) => label).slice(1, -1));
		expect(rounds.length).toBeGreaterThan(1);
		for (const shown of rounds) expect(shown.slice(0, 6)).toEqual(['2016', '2021', '2022', '2023', '2024', '2025']);
		expect(JSON.stringify(document.blocks)).toContain(
			'Vollenhove: de tabellen tonen 6 meetrondes: de eerste en de nieuwste. De andere meetrondes (4) staan in het Excel-bestand'
		);
	});

	test('fills two pages at most, within their edges', async () => {
		const { pages } = await readPdf(newPdfPress(readFonts())(document));
		expect(pages.length).toBeLessThanOrEqual(2);
		expect(await faultsOf(document)).toEqual([]);
	});

	test('knows of the values it shows, and of no other', () => {
		const rounds = roundsShown(display.waves);
		const told = toldByRows(display.area.id, display.indicators, rounds);
		expect(new Set(told.map(({ waveId }) => waveId))).toEqual(
			new Set(['2016', '2021', '2022', '2023', '2024', '2025'])
		);
	});

	test('a break in a round that is not shown still names its year', () => {
		expect(JSON.stringify(tables(document.blocks))).toContain('2018');
	});
});
