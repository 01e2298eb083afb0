import { describe, expect, it } from 'vitest';
import { hasExample, withExample, withoutExample } from '../../../src/lib/domain/codebook/example.ts';

describe('passages as examples of a code', () => {
	it('the first one is the example', () => expect(withExample('', ' Het 😀 park ')).toBe('Het 😀 park'));

	it('a next one stands below what is there', () => {
		expect(withExample('Zelf bedacht.', 'Het park')).toBe('Zelf bedacht.\n\nHet park');
	});

	it('none stands there twice', () => {
		expect(withExample('Eén.\n\nTwee.', 'Twee.')).toBe('Eén.\n\nTwee.');
	});

	it('a part of another passage is no example yet', () => {
		expect(hasExample('Het park is veilig', 'Het park')).toBe(false);
		expect(hasExample('', '')).toBe(false);
	});

	it('taking one out gives back what was there', () => {
		const passage = 'Vrager: en?\n\nBewoner: ja, dáár.';
		for (const before of ['', 'Zelf bedacht.', 'Eén.\n\nTwee.'])
			expect(withoutExample(withExample(before, passage), passage)).toBe(before);
	});

	it('taking out what is not there changes nothing', () => expect(withoutExample('Eén.', 'Twee.')).toBe('Eén.'));
});
