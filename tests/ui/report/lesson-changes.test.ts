import { expect, test } from 'vitest';
import type { LessonAnswer } from '#lib/contract/lesson.ts';
import { changedFields } from '#lib/ui/report/lesson-changes.ts';

const lesson: LessonAnswer = {
	...{ id: 'l', version: 1, areaId: 'a', area: 'Oost', waveId: null, period: 'voorjaar', pillarIds: ['p'] },
	...{ title: 'Begin op straat', happened: 'Wij stonden er.', learnt: 'Ga.', audience: '', evidence: null },
	...{ state: 'draft', isShared: false, isArchived: false, mayChange: true },
	createdAt: '2026-01-01T10:00:00.000Z',
	changedAt: '2026-01-01T10:00:00.000Z'
};
const frame = {
	pillars: [
		{ id: 'p', name: 'Wonen' },
		{ id: 'q', name: 'Zorg' }
	],
	waves: [{ id: 'w', year: 2023, label: 'Tweede' }],
	explanations: []
};

test('every field that somebody else changed is told, and no other', () => {
	expect(changedFields(lesson, { ...lesson, version: 2 }, frame)).toEqual([]);
	const now: LessonAnswer = {
		...{ ...lesson, version: 2, period: '', pillarIds: ['p', 'q'], waveId: 'w' },
		...{ state: 'published', isShared: true, evidence: { kind: 'display', pillarId: 'q' } }
	};
	expect(changedFields(lesson, now, frame).map(({ words }) => words)).toEqual([
		'Wonen en Zorg',
		'2023 · Tweede',
		'niets',
		'Cijfers en stemmen: Zorg',
		'Gepubliceerd',
		'ja'
	]);
});
