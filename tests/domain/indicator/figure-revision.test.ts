import { describe, expect, test } from 'vitest';
import {
	revise,
	reviseAll,
	unsaidBesideSource,
	unsayableParts,
	type UnsayablePart
} from '#lib/domain/indicator/figure-revision.ts';
import type { Observation } from '#lib/domain/indicator/observation.ts';
import { cellKey } from '#lib/domain/indicator/observation-change.ts';

const bare: Observation = {
	...{ indicatorId: 'kg1', areaId: 'a', waveId: 'w1', referenceYear: 2023, value: 9, n: null },
	...{ lower: null, upper: null, trendBreak: false, suppressed: false, note: '' },
	...{ source: null, sourceVersion: null, trendBreakReason: null, testedAgainst: null, testedChange: null }
};
const stored: Observation = {
	...bare,
	...{ referenceYear: 2022, value: 10, n: 120, lower: 8, upper: 12, trendBreak: true, note: 'andere vraag é 😀' },
	...{ source: 'GGD', sourceVersion: '2022', trendBreakReason: 'nieuwe vraag' }
};
const suppressed: Observation = { ...bare, value: null, n: 7, suppressed: true, note: 'n < 10' };
const but = (...said: UnsayablePart[]) => unsayableParts.filter((part) => !said.includes(part));

describe('a stored figure and a file', () => {
	test('a file that says everything replaces it', () => {
		expect(revise(stored, bare, [])).toEqual({ observation: bare, notes: [] });
		expect(revise(suppressed, bare, [])).toEqual({ observation: bare, notes: [] });
	});

	test('a file with the same value alone leaves it as it is', () => {
		expect(revise(stored, { ...bare, value: 10 }, but())).toEqual({ observation: stored, notes: [] });
	});

	test('another value takes its count, interval and source away; break, reason, remark and year stay', () => {
		expect(revise(stored, bare, but())).toEqual({
			observation: {
				...stored,
				...{ value: 9, n: null, lower: null, upper: null, source: null, sourceVersion: null }
			},
			notes: ['break-kept', 'note-kept', 'count-dropped', 'source-dropped']
		});
	});

	test('a value that goes takes them away as well', () => {
		expect(revise(stored, { ...bare, value: null }, but()).observation).toMatchObject({ value: null, n: null });
	});

	test('what the file says is taken, with the rest beside it', () => {
		const { observation, notes } = revise(stored, { ...bare, n: 200, source: 'CBS' }, but('n', 'source'));
		expect(observation).toMatchObject({ n: 200, lower: null, source: 'CBS', sourceVersion: null });
		expect(notes).toEqual(['break-kept', 'note-kept', 'count-dropped', 'source-dropped']);
		expect(revise({ ...stored, value: 9 }, { ...bare, n: 200 }, but('n')).observation).toMatchObject({
			n: 200,
			lower: 8
		});
	});

	test('another source has another version, though the value is the same', () => {
		const { observation, notes } = revise(stored, { ...bare, value: 10, source: 'CBS' }, but('source'));
		expect(observation).toMatchObject({ source: 'CBS', sourceVersion: null, n: 120 });
		expect(notes).toEqual(['source-dropped']);
	});

	test('without a break there is no reason for one', () => {
		const said = revise(stored, bare, but('trendBreak'));
		expect(said.observation).toMatchObject({ trendBreak: false, trendBreakReason: null });
		expect(said.notes).not.toContain('break-kept');
	});

	test('what a source tested stays as a whole; beside another value that is told', () => {
		const tested = { ...stored, testedAgainst: 'w0', testedChange: false };
		const kept = { testedAgainst: 'w0', testedChange: false };
		expect(revise(tested, { ...bare, value: 10 }, but()).notes).toEqual([]);
		const other = revise(tested, bare, but());
		expect(other.observation).toMatchObject(kept);
		expect(other.notes).toContain('test-kept');
		const said = revise(tested, bare, but('testedAgainst', 'testedChange'));
		expect(said.observation).toMatchObject({ testedAgainst: null, testedChange: null });
		expect(said.notes).not.toContain('test-kept');
	});

	test('a remark that stays beside another value is told, one about a count that goes is not', () => {
		const about = (note: string, ...said: UnsayablePart[]) => revise({ ...stored, note }, bare, but(...said)).notes;
		expect(about('voorlopig é 😀')).toContain('note-kept');
		expect(about('n < 10')).not.toContain('note-kept');
		expect(about('')).not.toContain('note-kept');
		expect(about('voorlopig', 'note')).not.toContain('note-kept');
		expect(revise(stored, { ...bare, value: 10 }, but()).notes).not.toContain('note-kept');
	});

	test('a new value has what the file says', () => {
		expect(reviseAll([{ ...stored, areaId: 'b' }], [bare], new Map([[cellKey(bare), but()]]))).toEqual([
			{ observation: bare, notes: [] }
		]);
		expect(reviseAll([stored], [bare], new Map())).toEqual([{ observation: bare, notes: [] }]);
	});
});

describe('a suppressed value', () => {
	test('stays so and without a number, which is told', () => {
		const read = { ...bare, lower: 8, upper: 10 };
		expect(revise(suppressed, read, but('lower', 'upper'))).toEqual({
			observation: { ...suppressed, referenceYear: 2023 },
			notes: ['suppression-kept']
		});
		expect(revise(suppressed, { ...bare, value: null }, but()).notes).toEqual([]);
	});

	test('is shown when the file says so, without the remark about its count', () => {
		const read = { ...bare, n: 60 };
		const remarked = { ...suppressed, note: 'andere vraag; n < 10' };
		expect(revise(remarked, read, but('suppressed', 'n')).observation).toMatchObject({
			...{ value: 9, n: 60, suppressed: false, note: 'andere vraag' }
		});
	});

	test('a count that the file hides is written beside the remark that is there, once', () => {
		const read = { ...bare, value: null, suppressed: true, note: 'n < 20' };
		expect(revise(suppressed, read, but('n', 'suppressed')).observation.note).toBe('n < 20');
		expect(revise(stored, read, but('n', 'suppressed')).observation.note).toBe('andere vraag é 😀; n < 20');
	});
});

describe('the source of a whole file', () => {
	const own = { ...bare, areaId: 'b', source: 'GGD' };
	const unsaid = new Map([bare, own].map((one) => [cellKey(one), but('n')] as const));
	const partsOf = (said: { isSourceSaid: boolean; sourceVersion: string }) => {
		const found = unsaidBesideSource([bare, own], unsaid, said);
		return [bare, own].map((one) => found.get(cellKey(one)));
	};

	test('is said of the figures that name none themselves', () => {
		expect(partsOf({ isSourceSaid: true, sourceVersion: '' })).toEqual([but('n', 'source'), but('n')]);
		expect(partsOf({ isSourceSaid: true, sourceVersion: '3' })).toEqual([
			but('n', 'source', 'sourceVersion'),
			but('n')
		]);
		expect(partsOf({ isSourceSaid: false, sourceVersion: '' })).toEqual([but('n'), but('n')]);
	});
});
