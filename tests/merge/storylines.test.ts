import { describe, expect, test } from 'vitest';
import { buildJointDisplay } from '#lib/merge/build-display.ts';
import { outcomeOf } from '#lib/merge/development.ts';
import type { DisplayRow, JointDisplay } from '#lib/merge/joint-display.ts';
import { csv, demoInput, type DemoState } from './demo-project.ts';

/** The nine storylines of the demo (DOMAIN 9.1): what each cell is there to show. */
const display = (pillar: string, area: string, state: DemoState = 'all-released'): JointDisplay => {
	const built = buildJointDisplay(demoInput(pillar, area, state));
	if (!built.ok) throw new Error(JSON.stringify(built.problems));
	return built.value;
};
const theme = (pillar: string, area: string, codeId: string, state?: DemoState): DisplayRow => {
	const row = display(pillar, area, state).rows.find((candidate) => candidate.codeId === codeId);
	if (!row) throw new Error(`no theme ${codeId}`);
	return row;
};
const outcome = (found: JointDisplay, key: string) => {
	const figures = found.indicators.find((indicator) => indicator.key === key);
	return figures && outcomeOf(figures.development);
};
const states: readonly DemoState[] = ['start', 'all-released', 'after-withdrawal'];

describe('Vollenhove × Veiligheid', () => {
	test('figures are better, voices go forward: they confirm each other', () => {
		const found = display('safety', 'vollenhove');
		expect(['KV1', 'KV3', 'KV4'].map((key) => outcome(found, key))).toEqual(['better', 'better', 'better']);
		for (const code of ['V1', 'V2'])
			expect(theme('safety', 'vollenhove', code)).toMatchObject({
				...{ development: 'better', proposal: { fit: 'confirms' } },
				voices: { together: { outcome: 'forward' } }
			});
	});
});

describe('Overvecht × Veiligheid', () => {
	test('fewer reports of nuisance, but residents say it goes backward: they contradict', () => {
		expect(outcome(display('safety', 'overvecht'), 'KV1')).toBe('same');
		expect(theme('safety', 'overvecht', 'V2')).toMatchObject({
			...{ development: 'better', proposal: { fit: 'contradicts' } },
			voices: { together: { outcome: 'backward' } }
		});
	});

	test('on feeling safe old and young are divided: partly confirmed', () => {
		expect(theme('safety', 'overvecht', 'V1')).toMatchObject({
			...{ proposal: { fit: 'partly-confirms' } },
			voices: { together: { outcome: 'divided' } }
		});
	});
});

describe('Overvecht × Gezondheid', () => {
	test('a trend break leaves voices alone', () => {
		const found = display('health', 'overvecht');
		const broken = found.indicators.filter(
			({ development }) => development.kind === 'unknown' && development.reason.kind === 'trend-break'
		);
		expect(broken.length).toBeGreaterThan(0);
		const alone = found.rows.filter(({ proposal }) => proposal.fit === 'voices-only');
		expect(alone.some(({ voices }) => voices.together.outcome === 'forward')).toBe(true);
		expect(csv('explanations.csv').some((row) => row['area'] === 'overvecht' && row['kind'] === 'method')).toBe(true);
	});
});

describe('Batau × Onderwijs', () => {
	test('no pillar, so no figures: every theme with voices is voices only', () => {
		const found = display('education', 'batau');
		expect(found.isAbsent).toBe(true);
		const fits = new Set(found.rows.map(({ proposal }) => proposal.fit));
		expect(fits).toContain('voices-only');
		expect([...fits].every((fit) => fit === 'voices-only' || fit === null)).toBe(true);
	});
});

describe('Batau × Wonen', () => {
	test('people are content with the green, and miss shade and benches: it expands', () => {
		expect(outcome(display('living', 'batau'), 'KW2')).toBe('better');
		expect(theme('living', 'batau', 'W3').proposal.fit).toBe('expands');
	});
});

describe('Soesterkwartier × Veiligheid', () => {
	test('more reports of nuisance, and nobody speaks of it: figures only', () => {
		const found = display('safety', 'soesterkwartier');
		expect(outcome(found, 'KV3')).toBe('worse');
		expect(theme('safety', 'soesterkwartier', 'V2')).toMatchObject({
			...{ proposal: { fit: 'figures-only' } },
			voices: { together: { outcome: 'silent' } }
		});
		expect(found.figuresOnly.find(({ indicator }) => indicator.key === 'KV3')?.moved).toBe('worse');
	});
});

describe('Soesterkwartier × Wonen', () => {
	test('a lower mark and worries confirm each other partly, until the interview is withdrawn', () => {
		expect(outcome(display('living', 'soesterkwartier'), 'KW1')).toBe('worse');
		const fits = states.map((state) => theme('living', 'soesterkwartier', 'W2', state).proposal.fit);
		expect(fits.slice(1)).toEqual(['partly-confirms', 'figures-only']);
	});
});

describe('Vollenhove × Wonen', () => {
	test('residents and a professional say the opposite about the renovation: it contradicts', () => {
		expect(outcome(display('living', 'vollenhove'), 'KW4')).toBe('better');
		expect(theme('living', 'vollenhove', 'W2')).toMatchObject({
			...{ proposal: { fit: 'contradicts' } },
			voices: { groups: 'disagree', resident: { outcome: 'backward' }, professional: { outcome: 'forward' } }
		});
		expect(theme('living', 'vollenhove', 'W1').proposal.fit).toBe('confirms');
	});
});

describe('every wijk × Participatie', () => {
	test('money worries everywhere, while proposals differ; the explanation is national', () => {
		const areas = ['overvecht', 'batau', 'vollenhove', 'soesterkwartier'];
		const found = areas.map((area) => display('participation', area));
		for (const each of found) expect(outcome(each, 'KP1')).toBe('better');
		for (const each of found) expect(['worse', 'same']).toContain(outcome(each, 'KP4'));
		expect(new Set(areas.map((area) => theme('participation', area, 'P1').proposal.fit)).size).toBeGreaterThan(1);
		expect(csv('explanations.csv').some((row) => row['kind'] === 'national')).toBe(true);
	});
});
