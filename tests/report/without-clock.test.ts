import { strFromU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { withoutClock } from '#lib/report/without-clock.ts';

const packed = (mtime: string) =>
	zipSync(
		{ 'één 😀.xml': [new TextEncoder().encode('<p>groen</p>'), { mtime }], 'b.xml': new Uint8Array(0) },
		{ mtime }
	);

test('the same parts packed at another moment are the same bytes', () => {
	expect(packed('2024-01-02T03:04:06')).not.toEqual(packed('2031-05-06T07:08:10'));
	expect(withoutClock(packed('2024-01-02T03:04:06'))).toEqual(withoutClock(packed('2031-05-06T07:08:10')));
});

test('bytes that lie in the middle of some memory are settled too', () => {
	const zip = packed('2024-01-02T03:04:06');
	expect(withoutClock(Buffer.concat([Buffer.from('xyz'), zip]).subarray(3))).toEqual(withoutClock(zip));
});

test('the parts stay what they were', () => {
	const parts = unzipSync(withoutClock(packed('2024-01-02T03:04:06')));
	expect(Object.entries(parts).map(([path, bytes]) => [path, strFromU8(bytes)])).toEqual([
		['één 😀.xml', '<p>groen</p>'],
		['b.xml', '']
	]);
});

test('what is no zip is a mistake of ours', () => {
	expect(() => withoutClock(new TextEncoder().encode('geen zip, maar wel lang genoeg'))).toThrow(RangeError);
});
