import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Explanation } from '../../../src/lib/domain/integration/explanation.ts';
import type { FigureAnswer } from '../../../src/lib/merge/figure-answers.ts';
import type { IndicatorFigures } from '../../../src/lib/merge/figures.ts';
import FigureRecognitions from '../../../src/lib/ui/merge/FigureRecognitions.svelte';
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
const answer = (id: string, indicatorId: string, remark: string, isOwnPair = true): FigureAnswer => ({
	...{ id, sessionId: 's', indicatorId, answer: 'partly', saidBy: 'municipality', remark, heldOn: '2025-11-20' },
	...{ fromWaveId: '1', toWaveId: '2', fromYear: 2021, toYear: 2023, isOwnPair },
	...{ createdBy: 'u', createdAt: '2025-11-20T14:00:00.000Z' }
});
const explanation: Explanation = {
	...{ id: 'e', indicatorId: 'A', areaId: 'a', fromWaveId: '1', toWaveId: '2', kind: 'policy', text: 'Omdat é 😀.' },
	...{ saidBy: 'municipality', evidence: '', counterEvidence: '', evidenceItems: [], strength: 'one' },
	...{ sessionId: null, recognised: null, recognitions: [] }
};

test('a figure without a theme shows what people answered about it and what may explain it', () => {
	const indicator = figure('A', null);
	const silence = { indicator, moved: null, reason: 'no-theme' as const, themes: [] };
	const figures = [
		{ indicator, silence, explanations: [explanation], answers: [answer('1', 'A', 'Alleen rond het plein')] },
		{ indicator: figure('B', null), silence: null, explanations: [], answers: [] }
	];
	shown = mount(FiguresWithoutTheme, { target: place, props: { figures, base: '/projects/p' } });
	flushSync();
	const said = [...place.querySelectorAll('[role="group"]')];
	expect(said.map((group) => group.getAttribute('aria-label'))).toEqual(['Wat mensen zeggen over Cijfer A']);
	for (const words of ['Deels herkend', 'gemeente', 'Alleen rond het plein', 'Omdat é 😀.'])
		expect(said[0]?.textContent).toContain(words);
});

test('a figure that stands beside a theme as cause or context shows what people answered about it too', () => {
	const row = { indicators: [figure('A', 'context')], development: 'unknown' as const };
	const recognitions = [answer('1', 'A', 'Dat klopt zo niet')];
	shown = mount(ThemeFigures, { target: place, props: { row, areaName: 'Wijk', recognitions } });
	flushSync();
	expect(place.querySelector('.beside')?.textContent).toContain('Dat klopt zo niet');
});

test('an answer about other rounds says which, and that nobody was asked about these', () => {
	const recognitions = [answer('1', 'A', 'Toen wel', false)];
	shown = mount(FigureRecognitions, { target: place, props: { recognitions } });
	flushSync();
	const words = place.textContent?.replace(/\s+/g, ' ') ?? '';
	expect(words).toContain('Over deze meetrondes is het nog niet gevraagd.');
	expect(words).toContain('Wel gevraagd over andere meetrondes:');
	expect(words).toContain('Deels herkend · gemeente · 20 november 2025 · over 2021 → 2023');
});

test('an answer about the rounds on the page does not repeat them, and stands before those about others', () => {
	const recognitions = [answer('1', 'A', 'Nu', true), answer('2', 'A', 'Toen', false)];
	shown = mount(FigureRecognitions, { target: place, props: { recognitions } });
	flushSync();
	const words = place.textContent?.replace(/\s+/g, ' ') ?? '';
	expect(words).toMatch(/^ ?Deels herkend · gemeente · 20 november 2025 Nu.*Wel gevraagd.*over 2021 → 2023.*Toen/);
	expect(words).not.toContain('nog niet gevraagd');
});
