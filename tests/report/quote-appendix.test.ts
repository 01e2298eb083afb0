import { expect, test } from 'vitest';
import { quoteAppendix } from '#lib/report/quote-appendix.ts';
import type { WrittenReport } from '#lib/report/written-report.ts';

const said = (text: string) => ({ kind: 'quote' as const, text, reference: 'VOL-B-02 · 2025 · 14' });
const passage = (whole: string) => ({
	whole,
	codePath: 'Groen',
	valences: ['forward' as const],
	group: 'resident' as const
});

/** A report in which these quotes stand: as they are shown, and all their words. */
const appendixOf = (...quotes: (readonly [text: string, whole: string])[]) => {
	const report: WrittenReport = {
		...{ title: 'Rapport', kind: 'final', language: 'nl', years: { from: 2021, to: 2025 } },
		...{ areas: [{ id: 'a', name: 'Vollenhove' }], pillars: [{ id: 'p', name: 'Wonen' }], warnings: [] },
		sections: [
			{ pillarId: 'p', areaId: 'a', slot: 'residents', text: quotes.map((_, at) => ({ kind: 'live', id: `b${at}` })) }
		],
		blocks: new Map(quotes.map(([text], at) => [`b${at}`, { said: said(text), state: 'same' }])),
		passages: new Map(quotes.map(([, whole], at) => [`b${at}`, passage(whole)])),
		...{ hasQuoteAppendix: true, methods: null }
	};
	const blocks = quoteAppendix(report, 'nl');
	const table = blocks.find(({ kind }) => kind === 'table');
	if (table?.kind !== 'table') throw new Error('no table');
	return {
		intro: JSON.stringify(blocks[1]),
		head: table.columns.map(({ label }) => label),
		width: table.columns.reduce((sum, { width }) => sum + width, 0),
		last: table.rows.map((cells) => [cells.length, cells.at(-1)?.map(({ text }) => text)])
	};
};

test('quotes of which one was shortened stand beside all that was said', () => {
	const { intro, head, width, last } = appendixOf(['Het is (…) mooi 😀', 'Het is écht mooi 😀'], ['Heel', 'Heel']);
	expect(head.at(-1)).toBe('Helemaal');
	expect(last).toEqual([
		[5, ['‘Het is écht mooi 😀’']],
		[5, []]
	]);
	expect(intro).toContain('staat ernaast wat er helemaal is gezegd');
	expect(width).toBe(100);
});

test('when none was shortened there is no column for it, and the quotes have its room', () => {
	const { intro, head, width, last } = appendixOf(['Heel 😀', 'Heel 😀'], ['Ook heel', 'Ook heel']);
	expect(head).not.toContain('Helemaal');
	expect(last).toEqual([
		[4, ['‘Heel 😀’']],
		[4, ['‘Ook heel’']]
	]);
	expect(intro).toContain('Geen ervan is ingekort');
	expect(width).toBe(100);
});
