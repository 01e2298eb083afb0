import { expect, test } from 'vitest';
import { fromCursor, momentOf, toCursor, toPage } from '#lib/contract/cursor.ts';
import { codesOf } from '../import/fixture.ts';

const id = '6b1f0a52-3c8e-4d1e-9f5a-0d2b7c4e8a11';
const refused = ['cursor-invalid'];

test('a cursor reads back as the key that made it', () => {
	const key = [id, 12, 'Wijkstem één 😀'] as const;
	expect(fromCursor(toCursor(key), ['id', 'place', 'text'])).toEqual({ ok: true, value: key });
	expect(fromCursor(undefined, ['id'])).toEqual({ ok: true, value: null });
});

test('a cursor of another list, or one that was made up, is refused', () => {
	expect(codesOf(fromCursor('geen cursor', ['text']))).toEqual(refused);
	expect(codesOf(fromCursor(toCursor([id]), ['id', 'place']))).toEqual(refused);
	expect(codesOf(fromCursor(toCursor(['a\0b']), ['text']))).toEqual(refused);
	expect(codesOf(fromCursor(toCursor([id.toUpperCase()]), ['id']))).toEqual(refused);
	for (const place of [-1, 1.5, 2 ** 31, '1'])
		expect(codesOf(fromCursor<[number]>(toCursor([place]), ['place']))).toEqual(refused);
	expect(codesOf(fromCursor(toCursor(['2025-02-30']), ['day']))).toEqual(refused);
});

test('a moment is a time in UTC with an id', () => {
	const key = ['2025-03-14T09:26:53.589Z', id] as const;
	expect(momentOf(toCursor(key))).toEqual({ ok: true, value: key });
	for (const at of ['2025-03-14', '2025-13-14T09:26:53Z', 'gisteren'])
		expect(codesOf(momentOf(toCursor([at, id])))).toEqual(refused);
	expect(codesOf(momentOf(toCursor([key[0], 'x'])))).toEqual(refused);
});

test('one row more than a page holds tells that there is a next page', () => {
	expect(toPage([1, 2, 3], 2, (row) => [row])).toEqual({ items: [1, 2], nextCursor: toCursor([2]) });
	expect(toPage([1, 2], 2, (row) => [row]).nextCursor).toBeNull();
});
