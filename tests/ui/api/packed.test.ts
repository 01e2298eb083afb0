import { expect, test } from 'vitest';
import { Packed, packing } from '#lib/ui/api/packed.ts';

test('what is packed comes out as it went in', () => {
	const value = { words: 'Zo’n café 😀 </script>\u2028', list: [1, null, { deep: ['é'] }] };
	const sent = packing.encode(new Packed(value));
	expect(typeof sent).toBe('string');
	expect(packing.decode(sent as string).value).toEqual(value);
});

test('other values are not packed', () => expect(packing.encode({ value: 1 })).toBe(false));
