import { describe, expect, test } from 'vitest';
import { areasOfEvidence, changedEvidence, isEvidenceFor } from '#lib/domain/integration/study-evidence.ts';

const [north, south, pillar] = ['north', 'south', 'pillar'];

describe('the areas that evidence is about', () => {
	test('areas of its own come before the area of its study', () => {
		expect(areasOfEvidence({ areaIds: [south] }, { areaId: north })).toEqual([south]);
	});

	test('without areas of its own it is about the area of its study', () => {
		expect(areasOfEvidence({ areaIds: [] }, { areaId: north })).toEqual([north]);
	});

	test('without any it is about every area', () => {
		expect(areasOfEvidence({ areaIds: [] }, { areaId: null })).toEqual([]);
	});

	test('a joint display asks the same rule', () => {
		const links = { pillarIds: [pillar], indicatorIds: [], areaIds: [], waveIds: [] };
		const place = { pillarId: pillar, indicatorIds: [], areaIds: [north], waveIds: [] };
		expect(isEvidenceFor(links, { areaId: north }, place)).toBe(true);
		expect(isEvidenceFor(links, { areaId: south }, place)).toBe(false);
		expect(isEvidenceFor(links, { areaId: null }, place)).toBe(true);
	});
});

describe('changed evidence', () => {
	const before = { pillarIds: [pillar], indicatorIds: [], areaIds: [north, south], waveIds: [], caption: 'Diploma’s' };

	test('is the same object when only the order of its links differs', () => {
		expect(changedEvidence(before, { ...before, pillarIds: [pillar], areaIds: [south, north] })).toBe(before);
	});

	test('is another one when a link or a word differs', () => {
		expect(changedEvidence(before, { areaIds: [south] })).toEqual({ ...before, areaIds: [south] });
		expect(changedEvidence(before, { caption: 'Één' })).toEqual({ ...before, caption: 'Één' });
	});
});
