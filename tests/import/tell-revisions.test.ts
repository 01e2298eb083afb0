import { expect, test } from 'vitest';
import type { Revision } from '#lib/domain/indicator/figure-revision.ts';
import { untested } from '#lib/domain/indicator/source-test.ts';
import { tellRevisions } from '#lib/import/tell-revisions.ts';
import { sayProblem } from '#lib/words/problem.ts';
import { frame } from './frame.ts';

const kept = (note: string): Revision => ({
	observation: {
		...{ indicatorId: 'indicator-KG1', areaId: 'area-Batau', waveId: 'wave-2', referenceYear: 2023, value: 9, n: null },
		...{ lower: null, upper: null, trendBreak: true, suppressed: false, note },
		...{ source: null, sourceVersion: null, trendBreakReason: null, ...untested }
	},
	notes: ['break-kept', 'note-kept', 'test-kept']
});

test('each kind is told once, with the first value and how many there are', () => {
	const told = tellRevisions([kept('voorlopig é 😀'), kept('anders')], frame);
	const about = { n: 2, indicator: 'KG1', area: 'Batau', wave: 'Tweede meting' };
	expect(told).toEqual([
		{ code: 'figures-break-kept', params: about },
		{ code: 'figures-note-kept', params: { ...about, note: 'voorlopig é 😀' } },
		{ code: 'figures-test-kept', params: about }
	]);
});

test('a long remark is told as far as one needs to know it again', () => {
	const [, told] = tellRevisions([kept(`é 😀\n${'a'.repeat(500)}`)], frame);
	expect([...String(told?.params?.['note'])]).toHaveLength(121);
	expect(told?.params?.['note']).toMatch(/^é 😀 a+…$/);
});

test('what stayed is said with where to change it', () => {
	const [broken, remark] = tellRevisions([kept('voorlopig')], frame);
	expect(sayProblem(broken!, 'nl')).toContain('Zet ‘Trendbreuk’ dan uit bij de waarde in de kernset');
	expect(sayProblem(remark!, 'nl')).toContain('de opmerking ‘voorlopig’ blijft staan bij de nieuwe waarde');
	expect(sayProblem(remark!, 'en')).toContain('the note ‘voorlopig’ stays beside the new value');
});
