import { describe, expect, test } from 'vitest';
import { changeLesson, maySeeLesson, soughtInLessons, type Lesson } from '#lib/domain/report/lesson.ts';
import { codesOf, valueOf } from '../../import/fixture.ts';

const at = new Date('2026-11-29T10:00:00Z');
const lesson: Lesson = {
	id: 'lesson',
	...{ areaId: 'district', waveId: null, period: 'voorjaar 2024', pillarIds: ['a', 'b'] },
	...{ title: 'Begin op straat', happened: 'Wij stonden 😀 op het plein.', learnt: 'Ga erheen.', audience: '' },
	...{ evidence: null, state: 'draft', isShared: false },
	...{ createdBy: 'author', createdAt: at, changedAt: at, version: 3, archivedAt: null }
};
const later = new Date('2026-11-29T11:00:00Z');

describe('a lesson', () => {
	test('changes against the version that was on the screen', () => {
		const changed = valueOf(changeLesson(lesson, { version: 3, state: 'published' }, later));
		expect(changed).toEqual({ ...lesson, state: 'published', version: 4, changedAt: later });
		expect(codesOf(changeLesson(lesson, { version: 2, title: 'Anders' }, later))).toEqual(['lesson-changed']);
	});

	test('is the same object when nothing changes, also against an older version', () => {
		expect(valueOf(changeLesson(lesson, { version: 1, title: lesson.title, pillarIds: ['b', 'a'] }, later))).toBe(
			lesson
		);
	});

	test('gets and loses what it rests on', () => {
		const resting = valueOf(
			changeLesson(lesson, { version: 3, evidence: { kind: 'explanation', explanationId: 'why' } }, later)
		);
		expect(resting.evidence).toEqual({ kind: 'explanation', explanationId: 'why' });
		expect(valueOf(changeLesson(resting, { version: 4, evidence: null }, later)).evidence).toBeNull();
	});
});

describe('who sees a lesson', () => {
	const reader = { reads: true, writes: false };
	const readerElsewhere = { reads: false, writes: false };
	const author = { reads: true, writes: true };

	test.each([
		['a draft', { state: 'draft', isShared: true, archivedAt: null }, [author]],
		['a published one', { state: 'published', isShared: false, archivedAt: null }, [author, reader]],
		['a shared one', { state: 'published', isShared: true, archivedAt: null }, [author, reader, readerElsewhere]],
		['one in the archive', { state: 'published', isShared: true, archivedAt: at }, [author]]
	] as const)('%s', (_, seen, people) => {
		expect([author, reader, readerElsewhere].filter((here) => maySeeLesson(seen, here))).toEqual(people);
	});
});

test.each([
	['één  buurt', ['één', 'buurt']],
	['"op straat" portiek', ['op straat', 'portiek']],
	['“op straat”', ['op straat']],
	['veilig* ', ['veilig']],
	['"niet gesloten', ['niet gesloten']],
	[' * "" ', []]
])('%j looks in lessons for %j', (asked, sought) => {
	expect(soughtInLessons(asked)).toEqual(sought);
});
