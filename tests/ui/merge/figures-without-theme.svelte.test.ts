import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Explanation } from '../../../src/lib/domain/integration/explanation.ts';
import type { IndicatorFigures } from '../../../src/lib/merge/figures.ts';
import FiguresWithoutTheme from '../../../src/lib/ui/merge/FiguresWithoutTheme.svelte';
import ThemeFigures from '../../../src/lib/ui/merge/ThemeFigures.svelte';

const place = document.createElement('div');
let shown: Record<string, unknown> | undefined;

beforeEach(() => {
	document.body.append(place);
});
afterEach(async () => {
	if (shown) await unmount(shown);
	place.remove();
});

const figure = (indicatorId: string, relation: IndicatorFigures['relation']): IndicatorFigures => ({
	...{ indicatorId, key: indicatorId, label: `Cijfer ${indicatorId}`, unit: '%', direction: 'higher-better' },
	...{ kind: 'survey', source: '', threshold: { value: 3, unit: 'points' }, relation, values: [] },
	...{ development: { kind: 'unknown', reason: { kind: 'missing', waveId: '2' } }, comparison: null }
});
const answer = (id: string, indicatorId: string, remark: string) => ({
	...{ id, indicatorId, answer: 'partly' as const, saidBy: 'municipality' as const, remark, heldOn: '2025-11-20' }
});
const explanation: Explanation = {
	...{ id: 'e', indicatorId: 'A', areaId: 'a', fromWaveId: '1', toWaveId: '2', kind: 'policy', text: 'Omdat é 😀.' },
	...{ saidBy: 'municipality', evidence: '', counterEvidence: '', evidenceItems: [], strength: 'one' },
	...{ sessionId: null, recognised: null }
};

test('a figure without a theme shows what people answered about it and what may explain it', () => {
	const indicator = figure('A', null);
	const silence = { indicator, moved: null, reason: 'no-theme' as const, themes: [] };
	const figures = [
		{ indicator, silence, explanations: [explanation] },
		{ indicator: figure('B', null), silence: null, explanations: [] }
	];
	const recognitions = [answer('1', 'A', 'Alleen rond het plein'), answer('2', 'C', 'Over iets anders')];
	shown = mount(FiguresWithoutTheme, { target: place, props: { figures, base: '/projects/p', recognitions } });
	flushSync();
	const said = [...place.querySelectorAll('[role="group"]')];
	expect(said.map((group) => group.getAttribute('aria-label'))).toEqual(['Wat mensen zeggen over Cijfer A']);
	for (const words of ['Deels herkend', 'gemeente', 'Alleen rond het plein', 'Omdat é 😀.'])
		expect(said[0]?.textContent).toContain(words);
	expect(place.textContent).not.toContain('Over iets anders');
});

test('a figure that stands beside a theme as cause or context shows what people answered about it too', () => {
	const row = { indicators: [figure('A', 'context')], development: 'unknown' as const };
	const recognitions = [answer('1', 'A', 'Dat klopt zo niet')];
	shown = mount(ThemeFigures, { target: place, props: { row, areaName: 'Wijk', recognitions } });
	flushSync();
	expect(place.querySelector('.beside')?.textContent).toContain('Dat klopt zo niet');
});
