import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTurnTime, turnTime } from '../../../src/lib/domain/source/turn-time.ts';

test.each([
	['0:00', 0],
	['2:03', 123_000],
	['2:03.5', 123_500],
	['1:02:03', 3_723_000],
	['75:00', 4_500_000]
])('%s is %i milliseconds', (written, ms) => {
	expect(readTurnTime(written)).toBe(ms);
});

test('nothing is no time, and what is no time is refused', () => {
	expect(readTurnTime('  ')).toBeNull();
	for (const wrong of ['x', '1', '1:2', '1:60', '1:99:00', '-1:00']) expect(readTurnTime(wrong)).toBeUndefined();
});

test('what is written is read again', () => {
	fc.assert(fc.property(fc.nat(359_999_999), (ms) => readTurnTime(turnTime(ms)) === ms));
});
