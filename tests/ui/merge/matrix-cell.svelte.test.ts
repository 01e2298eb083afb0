import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CellState, MatrixCell } from '../../../src/lib/merge/matrix.ts';
import CellStateLegend from '../../../src/lib/ui/merge/CellStateLegend.svelte';
import MatrixCellLink from '../../../src/lib/ui/merge/MatrixCellLink.svelte';

const place = document.createElement('div');
let shown: Record<string, unknown> | undefined;

beforeEach(() => {
	document.body.append(place);
});
afterEach(async () => {
	if (shown) await unmount(shown);
	place.remove();
});

const sign = (sourceId: string, change: 'forward' | 'backward') => ({
	...{ sourceId, title: `Café ${sourceId} 😀`, group: 'resident' as const, waveId: '2025', year: 2025 },
	...{ change, level: null }
});

const cell = (state: CellState): MatrixCell => ({
	pillar: { id: 'p', name: 'Wonen', shortName: null, absentIn: [] },
	area: { id: 'a', name: 'Testwijk', aliasName: null, kind: 'district', parentId: null, statisticalCodes: [] },
	isAbsent: false,
	figures: { total: 1, better: 1, worse: 0, same: 0, unknown: 0, neutral: 0 },
	signs: [sign('1', 'forward'), sign('2', 'forward'), sign('3', 'forward'), sign('4', 'backward')],
	outcome: 'forward',
	fits: [{ fit: 'confirms', decided: 1, proposed: 0 }],
	headline: { fit: 'confirms', isDecided: true },
	...{ rows: 1, decided: 1, needsReview: 0, state }
});

const show = (state: CellState) => {
	shown = mount(MatrixCellLink, { target: place, props: { cell: cell(state), href: '#' } });
	flushSync();
};

test.each([
	['voices-ready', 'stemmen gereed', 1],
	['interpreted', 'geduid', 3],
	['text-ready', 'tekst gereed', 4]
] as const)('a cell that is %s says so in words, with as many steps filled', (state, words, steps) => {
	show(state);
	expect(place.textContent).toContain(words);
	expect(place.querySelectorAll('rect.taken')).toHaveLength(steps);
});

test('who does not see the signs hears the few with the many', () => {
	show('interpreted');
	expect(place.textContent).toContain('vooruit 3 · kan beter 0 · achteruit 1 van 4 gesprekken');
});

test('the legend names every state, and what a finished text is', () => {
	shown = mount(CellStateLegend, { target: place });
	flushSync();
	expect([...place.querySelectorAll('li')].map((item) => item.textContent?.trim())).toEqual([
		...['leeg', 'stemmen gereed', 'cijfers gereed', 'cijfers en stemmen gereed', 'geduid', 'tekst gereed'],
		'Tekst gereed: alles is geduid, in het rapport is elk tekstvak ingevuld en er staan geen open opmerkingen.'
	]);
});
