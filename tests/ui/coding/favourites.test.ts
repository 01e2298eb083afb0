import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { behindKeys, noFavourites, numberOf, readFavourites, tie } from '#lib/ui/coding/favourites.ts';
import { noRecents, remember, slotCount } from '#lib/ui/coding/recents.ts';

const used = (...ids: string[]) => ids.reduce(remember, noRecents);
const shown = (keys: readonly (string | null)[]) => keys.map((id) => id ?? '-').join('');

describe('the codes behind the keys 1-9, with favourites', () => {
	it('are those used last as long as nothing is tied', () => {
		expect(shown(behindKeys(used('a', 'b', 'c'), noFavourites))).toBe('abc------');
	});

	it('stand at the number they are tied to, and the others keep their key where it is free', () => {
		expect(shown(behindKeys(used('a', 'b', 'c'), { '2': 'x', '7': 'a' }))).toBe('bxc---a--');
	});

	it('give way when there is too little room: the one used longest ago', () => {
		const full = used('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'a');
		expect(shown(behindKeys(full, { '1': 'x' }))).toBe('xacdefghi');
	});

	it('hold each code once, all favourites, and the code used last', () => {
		const code = fc.constantFrom(...'abcdefghijklm');
		fc.assert(
			fc.property(fc.array(code), fc.array(fc.tuple(code, fc.integer({ min: 1, max: 9 }))), (uses, ties) => {
				const recents = used(...uses);
				const favourites = ties.reduce((found, [id, number]) => tie(found, id, number), noFavourites);
				const keys = behindKeys(recents, favourites);
				const codes = keys.filter((id) => id !== null);
				expect(keys.length).toBe(slotCount);
				expect(new Set(codes).size).toBe(codes.length);
				for (const [number, id] of Object.entries(favourites)) expect(keys[Number(number) - 1]).toBe(id);
				const last = recents.lastUsed[0];
				if (last !== undefined && Object.keys(favourites).length < slotCount) expect(codes).toContain(last);
			})
		);
	});
});

describe('tying a code to a number', () => {
	it('moves it from its former number, and takes the place of what was there', () => {
		const both = tie(tie(noFavourites, 'a', 1), 'b', 2);
		expect(tie(both, 'a', 2)).toEqual({ '2': 'a' });
		expect(numberOf(both, 'b')).toBe(2);
		expect(tie(both, 'b', null)).toEqual({ '1': 'a' });
	});

	it('comes back from what was kept, without codes that are gone and anything unexpected', () => {
		const known = (id: string) => id !== 'gone';
		expect(readFavourites('{"1":"a","2":"gone","10":"b","x":"c","3":7}', known)).toEqual({ '1': 'a' });
		expect(readFavourites('nonsense', known)).toEqual({});
		expect(readFavourites(null, known)).toEqual({});
	});
});
