import { expect, test } from 'vitest';
import { typeahead } from '#lib/ui/tree/typeahead.ts';

const names = ['Wonen', 'Groen 😀', 'Één buurt', 'Eenzaam', 'Gezond'];

test('a letter leads to the next name that begins with it, and round again', () => {
	const lead = typeahead();
	expect(lead('g', names, 0, 0)).toBe(1);
	expect(lead('g', names, 1, 1000)).toBe(4);
	expect(lead('g', names, 4, 2000)).toBe(1);
	expect(lead('x', names, 0, 3000)).toBe(-1);
	expect(lead('g', [], 0, 4000)).toBe(-1);
});

test('letters that follow soon are one word, with or without accents and capitals', () => {
	const lead = typeahead();
	expect([
		lead('e', names, 0, 0),
		lead('E', names, 2, 100),
		lead('n', names, 2, 200),
		lead('z', names, 2, 300)
	]).toEqual([2, 2, 2, 3]);
	expect(lead('w', names, 3, 1001)).toBe(0);
});

test('the same letter again and again goes on to the next, however fast', () => {
	const lead = typeahead();
	expect([lead('e', names, 0, 0), lead('e', names, 2, 50), lead('e', names, 3, 100)]).toEqual([2, 3, 2]);
});
