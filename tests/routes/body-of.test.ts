import { expect, test } from 'vitest';
import { bodyOf } from '../../src/routes/api/body-of.ts';

const partsOf = async (bytes: Uint8Array) => {
	const sizes: number[] = [];
	const parts: Uint8Array[] = [];
	for await (const part of bodyOf(bytes)) {
		sizes.push(part.byteLength);
		parts.push(part);
	}
	return { sizes, all: Buffer.concat(parts) };
};

test('a long file goes out in parts that are the file together', async () => {
	const bytes = Uint8Array.from({ length: 600_001 }, (_, at) => (at * 31) % 251);
	const { sizes, all } = await partsOf(bytes);
	expect(sizes).toEqual([262_144, 262_144, 75_713]);
	expect(all.equals(bytes)).toBe(true);
});

test.each([0, 1, 262_144, 524_288])('a file of %i bytes ends where it ends, without an empty part', async (length) => {
	const { sizes, all } = await partsOf(new Uint8Array(length).fill(7));
	expect(all.equals(new Uint8Array(length).fill(7))).toBe(true);
	expect(sizes).not.toContain(0);
});

test('a part of a larger memory sends nothing of what lies around it', async () => {
	const { all } = await partsOf(new Uint8Array([1, 2, 3, 4, 5]).subarray(1, 4));
	expect([...all]).toEqual([2, 3, 4]);
});
