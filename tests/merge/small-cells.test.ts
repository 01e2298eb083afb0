import { describe, expect, test } from 'vitest';
import { heldBackOf, smallGroups, tellingOf, withheldParts } from '#lib/merge/small-cells.ts';

describe('what groups say', () => {
	test.each([
		[{ residents: 3, professionals: 3 }, [], 'apart'],
		[{ residents: 5, professionals: 0 }, [], 'apart'],
		[{ residents: 0, professionals: 0 }, [], 'apart'],
		[{ residents: 3, professionals: 2 }, ['professional'], 'together'],
		[{ residents: 2, professionals: 2 }, ['resident', 'professional'], 'together'],
		[{ residents: 0, professionals: 2 }, ['professional'], 'none'],
		[{ residents: 1, professionals: 1 }, ['resident', 'professional'], 'none']
	] as const)('%j of at least three: small are %j, told %s', (spoken, small, telling) => {
		expect(smallGroups(spoken, 3)).toEqual(small);
		expect(tellingOf(spoken, 3)).toBe(telling);
	});
});

describe('a count of what they say', () => {
	test.each([
		[{ residents: 3, professionals: 3 }, [null, null, null]],
		[{ residents: 3, professionals: 2 }, ['beside', 'few', null]],
		[{ residents: 2, professionals: 2 }, ['few', 'few', null]],
		[{ residents: 0, professionals: 2 }, ['beside', 'few', 'few']]
	] as const)('%j of at least three: held back of residents, professionals and together: %j', (spoken, why) => {
		expect((['resident', 'professional', 'together'] as const).map((group) => heldBackOf(spoken, 3, group))).toEqual(
			why
		);
	});
});

describe('parts of a whole', () => {
	test.each([
		['none is small', [3, 4], []],
		['parts without interviews are no secret', [0, 4, 0], []],
		['a small one takes the smallest other with it', [5, 2, 4], [1, 2]],
		['two small ones that are enough together take no other with them', [2, 2, 5], [0, 1]],
		['two small ones that are not enough take one more', [1, 1, 5, 6], [0, 1, 2]],
		['all are withheld where the rest would tell one', [1, 2], [0, 1]]
	])('%s', (_, sizes, withheld) => {
		expect([...withheldParts(sizes, 3)].sort()).toEqual(withheld);
	});

	test('what is told leaves no remainder that is small', () => {
		for (let code = 0; code < 6 ** 4; code += 1) {
			const sizes = [0, 1, 2, 3].map((at) => Math.floor(code / 6 ** at) % 6);
			const withheld = withheldParts(sizes, 3);
			const left = [...withheld].reduce((sum, at) => sum + (sizes[at] ?? 0), 0);
			const isAll = sizes.every((size, at) => size === 0 || withheld.has(at));
			expect(isAll || left === 0 || left >= 3, JSON.stringify(sizes)).toBe(true);
			for (const [at, size] of sizes.entries()) expect(size === 0 || size >= 3 || withheld.has(at)).toBe(true);
		}
	});
});
