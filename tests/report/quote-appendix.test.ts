import { expect, test } from 'vitest';
import type { LiveState } from '#lib/domain/report/live-block.ts';
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
const appendixOf = (...quotes: (readonly [text: string, whole: string, state?: LiveState])[]) => {
	const report: WrittenReport = {
		...{ title: 'Rapport', kind: 'final', language: 'nl', years: { from: 2021, to: 2025 } },
		...{ areas: [{ id: 'a', name: 'Vollenhove' }], pillars: [{ id: 'p', name: 'Wonen' }], warnings: [] },
		sections: [
			{ pillarId: 'p', areaId: 'a', slot: 'residents', text: quotes.map((_, at) => ({ kind: 'live', id: `b${at}` })) }
		],
		blocks: new Map(quotes.map(([text, , state = 'same'], at) => [`b${at}`, { said: said(text), state }])),
		passages: new Map(quotes.map(([, whole], at) => [`b${at}`, passage(whole)])),
		...{ hasQuoteAppendix: true, methods: null }
	};
	const blocks = quoteAppendix(report, 'nl');
	const table = blocks.find(({ kind }) => kind === 'table');
	if (table?.kind !== 'table') throw new Error('no table');
	return {
		intro: JSON.stringify(blocks.filter(({ kind }) => kind === 'paragraph')),
		head: table.columns.map(({ label }) => label),
		width: table.columns.reduce((sum, { width }) => sum + width, 0),
		said: table.rows.map((cells) => cells[3]?.map(({ text }) => text)),
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

test.each(['changed', 'kept'] as const)('a quote of which the transcript %s is not called shortened', (state) => {
	const changed = 'De passage is veranderd nadat dit citaat hier is gezet';
	const { intro, head, said, last } = appendixOf(['Het is mooi 😀', 'Het is nu lelijk 😀', state], ['Heel', 'Heel']);
	expect(said).toEqual([['‘Het is mooi 😀’', changed], ['‘Heel’']]);
	expect(last[0]).toEqual([5, ['‘Het is nu lelijk 😀’']]);
	expect(head.at(-1)).toBe('In het transcript');
	expect(intro).toContain('Geen ervan is ingekort');
	expect(intro).toContain('wat er nu in het transcript staat');
	const still = appendixOf(['Het is (…) 😀', 'Het is nu lelijk 😀', state]);
	expect(still.said).toEqual([['‘Het is (…) 😀’', 'Ingekort']]);
	expect(still.intro).not.toContain('wat er nu in het transcript staat');
	expect(appendixOf(['Heel', 'Heel', state]).said).toEqual([['‘Heel’']]);
});
