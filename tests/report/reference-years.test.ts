import { describe, expect, test } from 'vitest';
import { agendaOf } from '#lib/merge/agenda.ts';
import { buildJointDisplay } from '#lib/merge/build-display.ts';
import { comparisonLines } from '#lib/merge/comparison-lines.ts';
import type { DisplayInput, JointDisplay } from '#lib/merge/joint-display.ts';
import { factsheetDocument } from '#lib/report/factsheet-document.ts';
import { jointDisplayDocument } from '#lib/report/joint-display-document.ts';
import { currentOf, figuresTable } from '#lib/report/live-said.ts';
import { reviewSessionDocument } from '#lib/report/review-session-document.ts';
import { seriesSvg } from '#lib/report/series-svg.ts';
import { areas, demoInput } from '../merge/demo-project.ts';

const about = { projectName: 'Demo é 😀', isFictional: true, frozenAt: '2026-03-12T09:00:00Z' };
const said = 'Staat er een jaar tussen haakjes, dan gaat de waarde over dat jaar: het peiljaar';

const build = (input: DisplayInput): JointDisplay => {
	const built = buildJointDisplay(input);
	if (!built.ok) throw new Error(JSON.stringify(built.problems));
	return built.value;
};
// a health survey of 2020, 2022 and 2024 in rounds of 2021, 2023 and 2025
const input = demoInput('health', 'vollenhove');
const display = build(input);
const linesOf = (indicatorId: string) =>
	comparisonLines(
		input.observations,
		indicatorId,
		display.waves,
		areas.filter(({ id }) => id !== 'vollenhove')
	);
const now = (ref: Parameters<typeof currentOf>[0], more: Partial<Parameters<typeof currentOf>[1]> = {}) => {
	const found = currentOf(ref, { display, quote: null, ...more }, 'nl');
	if (found.kind !== 'there') throw new Error(found.kind);
	return found;
};

describe('values that are about another year than their round', () => {
	test('a figure in a report says so beside each of them', () => {
		const { said: words } = now({ kind: 'figure', indicatorId: 'KG3' });
		expect(words.kind === 'lines' && words.lines[0]).toBe(
			'Ernstig eenzaam (% 18+): 17% in 2021 (peiljaar 2020), 19% in 2023 (peiljaar 2022) en 16% in 2025 (peiljaar 2024). Niet te zeggen: trendbreuk in 2023.'
		);
	});

	test('a table says so in its cells, and in its caption what the year in brackets is', () => {
		const table = figuresTable(display, 'nl');
		expect(table.columns.slice(1, 4)).toEqual(['2021', '2023', '2025']);
		expect(table.rows[2]?.slice(1, 4)).toEqual(['17 (2020)', '19 (2022; trendbreuk)', '16 (2024)']);
		expect(table.caption.endsWith(`. ${said}`)).toBe(true);
		expect(figuresTable(display, 'en').caption).toContain('A year in brackets is the reference year');
	});

	test('a table of values of their own round has no word about it', () => {
		const table = figuresTable(build(demoInput('safety', 'vollenhove')), 'nl');
		expect(table.caption).not.toContain('haakjes');
		expect(table.rows.flatMap((row) => row.slice(1, 4)).join()).not.toMatch(/\(\d/);
	});

	test('a value that is missing has no year, one that is suppressed has', () => {
		const [first, ...others] = display.indicators[2]?.values ?? [];
		if (!first) throw new Error('no value');
		const none = { ...first, value: null };
		const values = [none, { ...none, suppressed: true }, ...others.slice(1)].map((value, at) => ({
			...value,
			waveId: display.waves[at]?.id ?? ''
		}));
		const [figures] = display.indicators;
		if (!figures) throw new Error('no figures');
		const table = figuresTable({ ...display, indicators: [{ ...figures, values }] }, 'nl');
		expect(table.rows[0]?.slice(1, 4)).toEqual(['–', 'te weinig gevallen (2020)', '16 (2024)']);
	});

	test('a chart says so below its points, in words and in its table, also of the areas beside it', () => {
		const other = (indicatorId: string) =>
			linesOf(indicatorId)
				.slice(0, 1)
				.map((line) => ({ ...line, referenceYears: [2020, 2022, 2025] }));
		const { said: chart } = now({ kind: 'chart', indicatorId: 'KG3' }, { linesOf: other });
		if (chart.kind !== 'chart') throw new Error('no chart');
		expect(chart.points.map(({ label }) => label)).toEqual(['2021 (2020)', '2023 (2022)', '2025 (2024)']);
		expect(seriesSvg(chart)).toContain('(2024)');
		expect(chart.description).toContain('2021 (2020): 17; 2023 (2022): 19, trendbreuk; 2025 (2024): 16.');
		expect(chart.description).toContain(
			'Vergelijking (fictief landelijk): 2021 (2020): 11; 2023 (2022): 12; 2025: 12.'
		);
		expect(chart.description.endsWith(`${said}.`)).toBe(true);
		expect(chart.table.caption).toContain(said);
		expect(chart.table.rows.map((row) => row.slice(0, 3))).toEqual([
			['2021', '17 (2020)', '11 (2020)'],
			['2023', '19 (2022)', '12 (2022)'],
			['2025', '16 (2024)', '12']
		]);
		expect(JSON.stringify(chart.comparisons)).not.toContain('referenceYears');
	});

	test('a factsheet says so, beside the value that it compares with too', () => {
		const input = { area: display.area, years: { from: 2021, to: 2025 }, displays: [display] };
		const more = { texts: [], blocks: new Map(), smallest: 1 };
		const { blocks } = factsheetDocument({ ...input, ...more }, about, 'nl');
		const table = blocks.find((block) => block.kind === 'table');
		if (table?.kind !== 'table') throw new Error('no table');
		expect(table.caption).toContain(said);
		const words = JSON.stringify(table.rows);
		expect(words).toMatch(/"\d+ \(2020\)"/);
		expect(words).toMatch(/"\d+ \(2024\): (?:on)?gunstiger"/);
	});

	test('what a survey asks as interviews do says so', () => {
		const [twin] = display.indicators;
		if (!twin) throw new Error('no figures');
		const { blocks } = jointDisplayDocument({ ...display, twin }, [], about, 'nl');
		expect(JSON.stringify(blocks)).toContain('in 2025 (peiljaar 2024)');
	});

	test('the sheet of a session says so', () => {
		const session = {
			...{ id: 's', areaId: 'vollenhove', area: 'Vollenhove', fromWaveId: '2021', toWaveId: '2025' },
			...{ heldOn: '2025-11-20', participants: '' }
		};
		const figures = display.indicators.slice(2, 3);
		const agenda = agendaOf([build(demoInput('safety', 'vollenhove'))])
			.slice(0, 1)
			.map((item) => ({ ...item, figures }));
		expect(agenda).toHaveLength(1);
		const sheet = {
			...{ session, fromYear: 2021, toYear: 2025, agenda },
			...{ recognitions: [], explanations: [], indicators: [], waves: [], tooFewToQuote: [] }
		};
		const { blocks } = reviewSessionDocument(sheet, about, 'nl');
		const words = JSON.stringify(blocks);
		expect(words).toContain('2021 (2020): 17% · 2023 (2022): 19% · 2025 (2024): 16%');
		expect(words).toContain(said);
	});
});

test('blocks that were placed before reports told these years still say the same as the data', () => {
	const placed = (ref: Parameters<typeof currentOf>[0], more = {}) => now(ref, more).fingerprint;
	expect(placed({ kind: 'figure', indicatorId: 'KG3' })).toBe('v1-c9c17e4fcb30b60b');
	expect(placed({ kind: 'chart', indicatorId: 'KG3' })).toBe('v1-c9c17e4fcb30b60b');
	expect(placed({ kind: 'chart', indicatorId: 'KG3' }, { linesOf })).toBe('v1-ed38ad3462769b79');
	expect(placed({ kind: 'table' })).toBe('v1-bee998068016b2a6');
	// of a display since rounds without anything count no more (fingerprint v3)
	expect(placed({ kind: 'display' })).toBe('v1-b5ecfaa0504914fa');
});
