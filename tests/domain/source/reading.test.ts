import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	carryRead,
	countRead,
	firstUnread,
	isPassedWithFocus,
	isRead,
	isReading,
	joinSpans,
	madeOf,
	readOn,
	spansOf
} from '../../../src/lib/domain/source/reading.ts';

const span = (first: number, last: number) => ({ first, last });

describe('turns that were read', () => {
	test('are as few spans as hold them', () => {
		expect(joinSpans([span(5, 6), span(1, 2), span(3, 3), span(6, 9), span(4, 3)])).toEqual([span(1, 3), span(5, 9)]);
	});

	test('are the same turns, however they were told', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 1, max: 40 })), (ordinals) => {
				const read = spansOf(ordinals);
				const unique = new Set(ordinals);
				expect(countRead(read)).toBe(unique.size);
				for (let ordinal = 1; ordinal <= 41; ordinal++) expect(isRead(read, ordinal)).toBe(unique.has(ordinal));
			})
		);
	});

	test('lead to the first that was not', () => {
		expect(firstUnread([span(1, 2), span(4, 4)], [1, 2, 3, 4])).toBe(3);
		expect(firstUnread([span(1, 4)], [1, 2, 3, 4])).toBeNull();
	});
});

describe('a text whose turns changed', () => {
	test('keeps a turn as read under its new number', () => {
		expect(
			carryRead(
				[span(2, 3)],
				[
					{ ordinal: 1, from: [2] },
					{ ordinal: 2, from: [3] }
				]
			)
		).toEqual([span(1, 2)]);
	});

	test('makes a turn unread that took words of an unread one', () => {
		const before = [
			{ ordinal: 1, start: 0, end: 10 },
			{ ordinal: 2, start: 11, end: 20 }
		];
		const merged = madeOf(before, [{ ordinal: 1, start: 0, end: 20 }]);
		expect(carryRead([span(1, 1)], merged)).toEqual([]);
		expect(carryRead([span(1, 2)], merged)).toEqual([span(1, 1)]);
	});

	test('keeps both halves of a read turn that was split', () => {
		const halves = madeOf(
			[{ ordinal: 1, start: 0, end: 20 }],
			[
				{ ordinal: 1, start: 0, end: 9 },
				{ ordinal: 2, start: 10, end: 20 }
			]
		);
		expect(carryRead([span(1, 1)], halves)).toEqual([span(1, 2)]);
	});

	test('has not read a turn that is made of nothing', () => {
		expect(carryRead([span(1, 9)], [{ ordinal: 1, from: [] }])).toEqual([]);
	});
});

describe('reading', () => {
	const turn = (ordinal: number, characters = 80) => ({ ordinal, characters });

	test('takes time by the length of what is in sight, from the top down', () => {
		expect(readOn([turn(2), turn(1)], null, 0, 500)).toEqual({ read: [], credit: 40 });
		expect(readOn([turn(2), turn(1)], null, 40, 500)).toEqual({ read: [1], credit: 0 });
		expect(readOn([turn(2), turn(1)], null, 0, 1500)).toEqual({ read: [1], credit: 40 });
	});

	test('begins at the turn with the focus', () => {
		expect(readOn([turn(1), turn(2)], 2, 0, 1000).read).toEqual([2]);
	});

	test('is not done in advance', () => {
		expect(readOn([], null, 30, 60_000)).toEqual({ read: [], credit: 0 });
		expect(readOn([turn(1)], null, 0, 60_000)).toEqual({ read: [1], credit: 0 });
	});

	test('is never faster than its speed, however the time is cut', () => {
		const times = fc.array(fc.integer({ min: 1, max: 2000 }), { maxLength: 20 });
		const lengths = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 12 });
		fc.assert(
			fc.property(lengths, times, (characters, steps) => {
				let left = characters.map((length, index) => turn(index + 1, length));
				let [credit, used, elapsed] = [0, 0, 0];
				for (const step of steps) {
					elapsed += step;
					const { read, credit: rest } = readOn(left, null, credit, step);
					credit = rest;
					for (const { ordinal, characters: length } of left) if (read.includes(ordinal)) used += length;
					left = left.filter(({ ordinal }) => !read.includes(ordinal));
				}
				expect(used).toBeLessThanOrEqual((elapsed / 1000) * 80 + 0.001);
			})
		);
	});

	test('by key counts a turn when the focus stayed on it, and then went on to the next', () => {
		expect(isPassedWithFocus(3, 4, 450)).toBe(true);
		expect(isPassedWithFocus(3, 4, 120)).toBe(false);
		expect(isPassedWithFocus(3, 2, 900)).toBe(false);
		expect(isPassedWithFocus(3, 9, 900)).toBe(false);
	});

	test('stops when nobody does anything', () => {
		expect(isReading(30_000)).toBe(true);
		expect(isReading(120_000)).toBe(false);
	});
});
