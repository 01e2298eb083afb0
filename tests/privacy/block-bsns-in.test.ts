import { expect, test } from 'vitest';
import { withoutBsnsIn } from '#lib/privacy/block-bsns-in.ts';

test('no text in plain data keeps a citizen service number, however deep it stands', () => {
	const memo = {
		title: 'Over 111222333',
		body: [{ kind: 'paragraph', content: [{ text: 'nr. 111.222.333 😀' }] }],
		version: 3
	};
	expect(withoutBsnsIn(memo)).toEqual({
		title: 'Over [BSN]',
		body: [{ kind: 'paragraph', content: [{ text: 'nr. [BSN] 😀' }] }],
		version: 3
	});
});

test('ids and days stay, and data without such a number stay the same object', () => {
	const kept = { id: '11122233-3000-7000-8000-111222333000', on: '2025-03-14', at: null, words: ['een', 'twee'] };
	expect(withoutBsnsIn(kept)).toBe(kept);
});
