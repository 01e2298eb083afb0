import { expect, test } from 'vitest';
import { readSource } from '#lib/import/read-source.ts';
import { valueOf } from '../import/fixture.ts';
import { inEveryFormat } from '../support/in-every-format.ts';

/** F17: is the end inside or not? A turn of one character ends right after it, and the last ends with the text. */
test.each(inEveryFormat('😀', 'é'))('$name: a turn of one character is one long', async (file) => {
	const { text, turns } = valueOf(await readSource(file));
	expect(turns.map(({ start, end }) => end - start)).toEqual([1, 1]);
	expect(turns[1]?.end).toBe([...text].length);
});
