import { expect, test } from 'vitest';
import { firstCarried, firstReadable } from '#lib/domain/source/version.ts';

const version = (number: number, more: { closesBefore?: boolean; isSealed?: boolean } = {}) => ({
	...{ version: number, closesBefore: false, isSealed: false },
	...more
});

test('who prepares a text reads versions from before the release, others do not', () => {
	const versions = [version(1), version(2, { closesBefore: true }), version(3)];
	expect(firstReadable(versions, true)).toBe(1);
	expect(firstReadable(versions, false)).toBe(2);
	expect(firstReadable([version(1)], false)).toBe(1);
});

test('nobody reads a version that is sealed, since it names people', () => {
	const versions = [version(1, { isSealed: true }), version(2, { isSealed: true }), version(3, { closesBefore: true })];
	expect(firstReadable(versions, true)).toBe(3);
	expect(firstReadable([...versions, version(4, { closesBefore: true })], true)).toBe(3);
	expect(firstReadable([...versions, version(4, { closesBefore: true })], false)).toBe(4);
});

test('work is carried from every version that was the text since the release, also where it may not be read any more', () => {
	const at = (day: number) => ({ at: new Date(2026, 0, day).toISOString() });
	const versions = [
		{ ...version(1), ...at(1) },
		{ ...version(2, { closesBefore: true }), ...at(2) },
		{ ...version(3, { closesBefore: true }), ...at(9) }
	];
	expect(firstCarried(versions, false, new Date(2026, 0, 5))).toBe(2);
	expect(firstCarried(versions, true, new Date(2026, 0, 5))).toBe(1);
	expect(firstCarried(versions, false, null)).toBe(3);
});
