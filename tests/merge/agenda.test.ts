import { describe, expect, test } from 'vitest';
import { agendaOf, changeIn } from '#lib/merge/agenda.ts';
import { buildJointDisplay } from '#lib/merge/build-display.ts';
import type { IndicatorFigures } from '#lib/merge/figures.ts';
import type { DisplayInput, JointDisplay, RowDecision } from '#lib/merge/joint-display.ts';
import { demoInput, pillars } from './demo-project.ts';

const build = (input: DisplayInput): JointDisplay => {
	const built = buildJointDisplay(input);
	if (!built.ok) throw new Error(JSON.stringify(built.problems));
	return built.value;
};
const displaysOf = (area: string) => pillars.map(({ id }) => build(demoInput(id, area)));
const told = (items: ReturnType<typeof agendaOf>) =>
	items.map(({ reason, theme, figures }) =>
		[reason, theme?.codeId ?? '-', figures.map(({ key }) => key).join(' ')].join(' ')
	);
type Change = Pick<IndicatorFigures, 'development' | 'threshold'>;
const known = (delta: number, relative: number | null, threshold: IndicatorFigures['threshold']): Change => ({
	threshold,
	development: {
		...{ kind: 'known', verdict: 'better', delta, inPercentagePoints: true, relative },
		basis: { kind: 'threshold', threshold, cases: null }
	}
});

describe('how much a figure changed', () => {
	test('is counted in its own threshold, in points or in percent', () => {
		expect(changeIn(known(-6, null, { value: 3, unit: 'points' }))).toBe(2);
		expect(changeIn(known(0.4, 20, { value: 5, unit: 'percent' }))).toBe(4);
	});

	test('is nothing when it stayed the same or nothing can be said', () => {
		const threshold = { value: 3, unit: 'points' } as const;
		const reason = { kind: 'missing', waveId: 'w' } as const;
		expect(changeIn({ threshold, development: { kind: 'unknown', reason } })).toBe(0);
		expect(changeIn({ threshold, development: { kind: 'neutral', delta: 9, inPercentagePoints: true } })).toBe(0);
		const same = known(9, 9, threshold);
		expect(changeIn({ ...same, development: { ...same.development, verdict: 'same' } as Change['development'] })).toBe(
			0
		);
	});
});

describe('the agenda of a session', () => {
	test('begins with what contradicts', () => {
		const [first] = agendaOf(displaysOf('vollenhove'));
		expect(first).toMatchObject({ reason: 'contradicts', theme: { codeId: 'W2' } });
		expect(told(agendaOf(displaysOf('overvecht')))[0]).toMatch(/^contradicts V2/);
	});

	test('goes on with the biggest changes, each figure once, and says which no voice speaks of', () => {
		for (const area of ['overvecht', 'vollenhove', 'batau', 'soesterkwartier']) {
			const items = agendaOf(displaysOf(area));
			const keys = items.flatMap(({ figures }) => figures.map(({ key }) => key));
			expect(new Set(keys).size).toBe(keys.length);
			const sizes = items
				.filter(({ reason }) => reason === 'moved' || reason === 'moved-silently')
				.map(({ figures }) => Math.max(...figures.map(changeIn)));
			expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
		}
		const silent = agendaOf(displaysOf('soesterkwartier'), 100).filter(({ reason }) => reason === 'moved-silently');
		expect(silent.flatMap(({ figures }) => figures.map(({ key }) => key))).toContain('KV3');
	});

	test('holds no more than a session can, but every contradiction', () => {
		expect(agendaOf(displaysOf('vollenhove'), 3)).toHaveLength(3);
		const contradictions = told(agendaOf(displaysOf('vollenhove'), 0));
		expect(contradictions.length).toBeGreaterThan(0);
		expect(contradictions.every((item) => item.startsWith('contradicts'))).toBe(true);
	});

	test('says that groups disagree to who sees them apart, and at the table only where no group is small', () => {
		const [display] = [build(demoInput('safety', 'vollenhove'))];
		const rows = display.rows.map((row) => ({
			...row,
			...{ decision: null, proposal: { ...row.proposal, fit: null } },
			voices: { ...row.voices, groups: 'disagree' as const }
		}));
		const reasons = (readers: 'display' | 'table', smallCell: number) =>
			agendaOf([{ ...display, rows, smallCell }], 100, readers).map(({ reason }) => reason);
		expect(reasons('display', 3)).toContain('groups-disagree');
		expect(reasons('table', 1)).toContain('groups-disagree');
		expect(reasons('table', 3)).not.toContain('groups-disagree');
		expect(reasons('table', 3)).toContain('moved');
	});

	test('tells at the table what too few interviews contradict only where somebody decided it', () => {
		const display = build(demoInput('safety', 'overvecht'));
		const smallCell = display.method.interviews + 1;
		const itemsOf = (of: JointDisplay, readers: 'display' | 'table') => agendaOf([of], 100, readers);
		const few = { ...display, smallCell };
		const [contradiction] = itemsOf(few, 'display');
		expect(contradiction!.reason).toBe('contradicts');
		const { codeId } = contradiction!.theme!;
		const atTable = itemsOf(few, 'table');
		expect(new Set(atTable.map(({ reason }) => reason))).toEqual(new Set(['moved']));
		const told = atTable.flatMap(({ figures }) => figures.map(({ key }) => key));
		for (const { key } of contradiction!.figures) expect(told).toContain(key);
		const decision = { fit: 'contradicts', needsReview: false } as RowDecision;
		const rows = display.rows.map((row) => (row.codeId === codeId ? { ...row, decision } : row));
		expect(itemsOf({ ...few, rows }, 'table')[0]).toMatchObject({ reason: 'contradicts', theme: { codeId } });
		expect(itemsOf({ ...display, smallCell: 1 }, 'table')[0]!.reason).toBe('contradicts');
	});

	test('asks again about what was decided on other data', () => {
		const [display] = [build(demoInput('safety', 'vollenhove'))];
		const row = display.rows.find(({ codeId }) => codeId === 'V1')!;
		const decision: RowDecision = {
			fit: 'confirms',
			reason: '',
			metaInference: '',
			proposal: null,
			dataFingerprint: 'old',
			withoutExplanation: false,
			decidedBy: 'u',
			decidedByName: 'A',
			decidedAt: '2026-01-01T00:00:00Z',
			needsReview: true,
			...{ changes: null, readings: [] }
		};
		const rows = display.rows.map((each) => (each === row ? { ...each, decision } : each));
		expect(told(agendaOf([{ ...display, rows }])).some((item) => item.startsWith('changed-since V1'))).toBe(true);
	});

	test('is empty where nothing moved', () => {
		expect(agendaOf([])).toEqual([]);
	});
});
