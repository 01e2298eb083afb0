import { expect, test } from 'vitest';
import { forgetQuotes } from '#lib/privacy/forget.ts';

test('a text loses what it repeats of a passage, wherever it stands', () => {
	expect(forgetQuotes('Zij zei: ik voel me één met 😀 de wijk. Toch?', ['ik voel me één met 😀 de wijk.'])).toBe(
		'Zij zei: (…) Toch?'
	);
});

test('the longest passage goes first, so that nothing of it is left', () => {
	const quotes = ['de hele wijk', 'in de hele wijk hier'];
	expect(forgetQuotes('Het is in de hele wijk hier zo.', quotes)).toBe('Het is (…) zo.');
});

test('passages of one or two words stay: they stand anywhere', () => {
	expect(forgetQuotes('Ja, dat klopt.', ['dat klopt', 'Ja'])).toBe('Ja, dat klopt.');
});
