import { describe, expect, it } from 'vitest';
import {
	hasExample,
	isTelling,
	passagesIn,
	withExample,
	withMark,
	withoutExample
} from '../../../src/lib/domain/codebook/example.ts';

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

describe('passages of which the words may not be shown', () => {
	const example = 'Eerste 😀.\n\nTweede\n\nmet een lege regel.\n\nDerde.';

	it('are looked for as runs of what stands apart', () => {
		expect(passagesIn('')).toEqual([]);
		expect(passagesIn('Een.\n\nTwee.')).toEqual(['Een.', 'Een.\n\nTwee.', 'Twee.']);
		expect(passagesIn(example)).toContain('Tweede\n\nmet een lege regel.');
	});
	it('give way to a mark, and what stands beside them stays', () => {
		expect(withMark(example, 'Tweede\n\nmet een lege regel.', '[weg]')).toBe('Eerste 😀.\n\n[weg]\n\nDerde.');
		expect(withMark(example, 'Niet daar.', '[weg]')).toBe(example);
	});
	it('are known by their words alone from three words on', () => {
		expect([isTelling('Ja, precies'), isTelling('Het gaat beter')]).toEqual([false, true]);
	});
});
