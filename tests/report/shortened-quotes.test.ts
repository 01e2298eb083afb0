import { expect, test } from 'vitest';
import type { JointDisplay } from '#lib/merge/joint-display.ts';
import { displayCells } from '#lib/report/display-cells.ts';
import { pillarBlocks } from '#lib/report/factsheet-pillar.ts';
import { decidedDisplay } from './decided-display.ts';

const shortened = 'Ik loop (…) gewoon weer langs de flat 😀.';

/** The display with its first quote shortened; the second may not be quoted and has nothing to shorten. */
const display = (): JointDisplay => {
	const base = decidedDisplay();
	return {
		...base,
		rows: base.rows.map((row) => ({
			...row,
			quotes: row.quotes.map((quote, at) => (row.codeId === 'V1' && at === 0 ? { ...quote, shortened } : quote))
		}))
	};
};

test('files of a display quote as somebody shortened it, with the reference to the whole', () => {
	const row = display().rows.find(({ codeId }) => codeId === 'V1')!;
	const lines = displayCells(row, { telling: 'apart', small: [], tooFewToQuote: [] }, 'nl')[6]!.map(({ text }) => text);
	expect(lines[0]).toBe(`‘${shortened}’ (VOL-B-02 · 2025 · 14)`);
	expect(lines[1]).toContain('VOL-B-03');
});

test('so does a factsheet', () => {
	const made = display();
	const input = {
		...{ area: made.area, years: { from: 2021, to: 2025 }, displays: [made], texts: [], blocks: new Map() },
		...{
			smallest: 0,
			room: { figures: 2, explanations: 1, isCompared: false, evidence: 1, messages: 1, reasons: false }
		}
	};
	const quotes = pillarBlocks(input, made, [], 'nl').filter(({ kind }) => kind === 'quote');
	expect(quotes[0]).toMatchObject({ text: shortened, reference: 'VOL-B-02 · 2025 · 14' });
});
