import { describe, expect, test } from 'vitest';
import type { Fit } from '#lib/domain/integration/fit.ts';
import { buildJointDisplay } from '#lib/merge/build-display.ts';
import type { DisplayInput, JointDisplay } from '#lib/merge/joint-display.ts';
import { matrixCell, matrixOf } from '#lib/merge/matrix.ts';
import { areas, demoInput, pillars } from './demo-project.ts';

const build = (input: DisplayInput): JointDisplay => {
	const built = buildJointDisplay(input);
	if (!built.ok) throw new Error(JSON.stringify(built.problems));
	return built.value;
};
const display = (pillar: string, area: string) => build(demoInput(pillar, area));
const decided = (base: JointDisplay, fits: Readonly<Record<string, Fit>>, needsReview = false): JointDisplay => ({
	...base,
	rows: base.rows.map((row) => {
		const fit = fits[row.codeId];
		if (!fit) return row;
		const decision = {
			fit,
			reason: '',
			metaInference: '',
			proposal: row.proposal.fit,
			dataFingerprint: row.fingerprint,
			withoutExplanation: false,
			decidedBy: 'u',
			decidedByName: 'Auteur',
			decidedAt: '2026-01-01T00:00:00Z',
			needsReview,
			...{ changes: null, readings: [] }
		};
		return { ...row, decision };
	})
});

describe('a cell', () => {
	test('counts the indicators of its pillar', () => {
		expect(matrixCell(display('safety', 'overvecht')).figures).toEqual({
			total: 4,
			better: 3,
			worse: 0,
			same: 1,
			unknown: 0,
			neutral: 0
		});
		expect(matrixCell(display('education', 'soesterkwartier')).figures).toEqual({
			total: 2,
			better: 0,
			worse: 0,
			same: 2,
			unknown: 1,
			neutral: 1
		});
	});

	test('shows an interview once, whatever number of themes it speaks of', () => {
		const cell = matrixCell(display('safety', 'overvecht'));
		expect(cell.signs.map(({ title, change, level }) => [title, change, level])).toEqual([
			['OVE-B-01', 'backward', 'improve'],
			['OVE-B-02', 'backward', null],
			['OVE-B-03', 'forward', null]
		]);
		expect(cell.outcome).toBe('backward');
	});

	test('puts what contradicts first, and says whether it was decided', () => {
		const base = display('safety', 'overvecht');
		expect(matrixCell(base).headline).toEqual({ fit: 'contradicts', isDecided: false });
		expect(matrixCell(decided(base, { V2: 'contradicts' })).headline).toEqual({ fit: 'contradicts', isDecided: true });
		expect(matrixCell(decided(base, { V2: 'expands' })).headline?.fit).not.toBe('contradicts');
	});

	test('puts a fit of both strands before the silences', () => {
		const cell = matrixCell(display('safety', 'vollenhove'));
		expect(matrixCell(decided(display('safety', 'vollenhove'), { V3: 'partly-confirms' })).headline).toEqual({
			fit: 'confirms',
			isDecided: false
		});
		expect(cell.fits).toEqual([
			{ fit: 'confirms', decided: 0, proposed: 2 },
			{ fit: 'contradicts', decided: 0, proposed: 1 },
			{ fit: 'voices-only', decided: 0, proposed: 2 }
		]);
	});

	test('is interpreted when all rows with data are decided on the data of today', () => {
		const base = display('safety', 'overvecht');
		const all = { V1: 'partly-confirms', V2: 'contradicts', V3: 'figures-only', V5: 'voices-only' } as const;
		expect(matrixCell(base)).toMatchObject({ rows: 4, decided: 0, needsReview: 0, state: 'both-ready' });
		expect(matrixCell(decided(base, all))).toMatchObject({ rows: 4, decided: 4, state: 'interpreted' });
		expect(matrixCell(decided(base, all, true))).toMatchObject({
			decided: 0,
			needsReview: 4,
			state: 'both-ready'
		});
	});

	test('is ready in its text when it is interpreted and the text of the report is finished', () => {
		const base = display('safety', 'overvecht');
		const all = { V1: 'partly-confirms', V2: 'contradicts', V3: 'figures-only', V5: 'voices-only' } as const;
		expect(matrixCell(decided(base, all), true).state).toBe('text-ready');
		expect(matrixCell(decided(base, all, true), true).state).toBe('both-ready');
		expect(matrixCell(base, true).state).toBe('both-ready');
	});

	test.each([
		['health', 'overvecht', 'voices-ready'],
		['education', 'batau', 'voices-ready'],
		['living', 'batau', 'both-ready']
	])('%s in %s is %s', (pillar, area, state) => {
		expect(matrixCell(display(pillar, area)).state).toBe(state);
	});

	test('is ready in figures only, or empty, without interviews', () => {
		const quiet = { ...demoInput('safety', 'batau'), sources: [] };
		expect(matrixCell(build(quiet)).state).toBe('figures-ready');
		expect(matrixCell(build({ ...quiet, observations: [] }))).toMatchObject({
			state: 'empty',
			headline: null,
			rows: 0
		});
	});
});

test('the matrix holds pillars down and areas across, and says how many judgements are made', () => {
	const districts = areas.filter(({ kind }) => kind === 'district');
	const displays = pillars.flatMap(({ id }) => districts.map((area) => display(id, area.id)));
	const matrix = matrixOf(
		pillars,
		districts,
		displays.map((one) => matrixCell(one))
	);
	expect(matrix.cells.map((row) => row.map(({ pillar, area }) => `${pillar.id} ${area.id}`))).toEqual(
		pillars.map(({ id }) => districts.map((area) => `${id} ${area.id}`))
	);
	const withProposal = displays.flatMap(({ rows }) => rows).filter(({ proposal }) => proposal.fit !== null).length;
	expect(matrix).toMatchObject({ rows: withProposal, decided: 0 });
	expect(matrix.cells[3]?.[1]).toMatchObject({ isAbsent: true });
	expect(() =>
		matrixOf(
			pillars,
			districts,
			displays.slice(1).map((one) => matrixCell(one))
		)
	).toThrow(RangeError);
});
