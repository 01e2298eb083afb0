import { describe, expect, it } from 'vitest';
import {
	hasExample,
	inOrderOfPlace,
	isTelling,
	passagesIn,
	withExample,
	withMark,
	withMarks,
	withoutExample,
	withoutMarks
} from '../../../src/lib/domain/codebook/example.ts';
import { passagesInText } from '../../../src/lib/domain/codebook/example-in-text.ts';

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
	it('give way wherever they stand', () => {
		expect(withMark('Eén.\n\nTwee.\n\nEén.', 'Eén.', '[weg]')).toBe('[weg]\n\nTwee.\n\n[weg]');
	});
	it('are few enough to look for, however an example is cut up', () => {
		const hostile = Array.from({ length: 3333 }, () => 'a').join('\n\n');
		expect(hostile.length).toBeLessThanOrEqual(10_000);
		expect(passagesIn(hostile).length).toBeLessThan(5000);
		expect(passagesIn(hostile).join('').length).toBeLessThan(40_000);
		const long = Array.from({ length: 300 }, (_, at) => `Zin ${at}.`);
		for (const each of long) expect(passagesIn(long.join('\n\n'))).toContain(each);
	});
	it('give way to a mark each, the longest first, and are told in the order of their places', () => {
		const marked = withMarks('Eén.\n\nTwee.\n\nZelf.\n\nEén.', ['Eén.', 'Niet daar.', 'Eén.\n\nTwee.'], '[weg]');
		expect(marked).toEqual({ example: '[weg]\n\nZelf.\n\n[weg]', hidden: ['Eén.\n\nTwee.', 'Eén.'] });
		expect(withMarks('Eén.\n\nTwee.', ['Twee.', 'Eén.\n\nTwee.'], '[weg]')).toEqual({
			...{ example: '[weg]', hidden: ['Eén.\n\nTwee.'] }
		});
	});
	it('hold no empty lines alone', () => expect(passagesIn('Eén.\n\n\n\nTwee.')).not.toContain(''));
	it('are known by their words alone from three words on', () => {
		expect([isTelling('Ja, precies'), isTelling('Het gaat beter')]).toEqual([false, true]);
	});
});

describe('passages in a text', () => {
	const find = passagesInText(['Ik loop ’s avonds weer over straat', 'Het gaat beter', 'Ik loop ’s avonds weer langs']);

	it('are found whatever their capitals, signs and white space, at their place', () => {
		const text = '😀 Zij zei: “ik loop ’s AVONDS\n\nweer over straat”, en dat was het.';
		const [found, ...more] = find(text);
		expect(more).toEqual([]);
		expect(found!.passage).toBe('Ik loop ’s avonds weer over straat');
		expect(text.slice(found!.from, found!.to)).toBe('ik loop ’s AVONDS\n\nweer over straat');
	});
	it('are not found by few words, nor where a word is another', () => {
		expect(find('Het gaat beter.')).toEqual([]);
		expect(find('Ik loop ’s avonds weer naar huis')).toEqual([]);
	});
});

describe('an example that comes back from a file with marks', () => {
	const stored = 'Zelf bedacht.\n\nEerste passage.\n\nTussen.\n\nTweede\n\nmet regel.';
	const hidden = inOrderOfPlace(stored, ['Tweede\n\nmet regel.', 'Eerste passage.']);
	const read = (written: string, from = stored, gone = hidden) => withoutMarks(written, '[weg]', from, gone);

	it('has its passages in the place of the marks, whatever was changed beside them', () => {
		expect(hidden).toEqual(['Eerste passage.', 'Tweede\n\nmet regel.']);
		expect(read('Zelf bedacht.\n\n[weg]\n\nTussen.\n\n[weg]')).toBe(stored);
		expect(read('Beter bedacht.\n\n[weg]\n\n[weg]\n\nEn nog een.')).toBe(
			'Beter bedacht.\n\nEerste passage.\n\nTweede\n\nmet regel.\n\nEn nog een.'
		);
	});
	it('stays as it is when nothing was changed and consent is another one since', () => {
		for (const gone of [[], ['Eerste passage.']])
			expect(read('Zelf bedacht.\n\n[weg]\n\nTussen.\n\n[weg]', stored, gone)).toBe(stored);
	});
	it('is not guessed at where a mark is gone or within other words', () => {
		expect(read('Beter bedacht.\n\n[weg]')).toBeNull();
		expect(read('Zelf bedacht.\n\n[weg]\n\nTussen.')).toBeNull();
		expect(read('Zelf bedacht: [weg]\n\n[weg]')).toBeNull();
	});
	it('has nothing in the place of a mark in a code without an example', () => {
		expect(read('Zelf bedacht.\n\n[weg]', '', [])).toBe('Zelf bedacht.');
	});
});
