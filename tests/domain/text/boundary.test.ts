import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundariesOf, inkOf, measure, snapToWords, stepSentence, stepWord } from '#lib/domain/text/boundary.ts';
import { codePointLength, positionMap } from '#lib/domain/text/position.ts';
import type { Range } from '#lib/domain/text/range.ts';
import { markedOne } from '../../support/marked.ts';

const words = (text: string, ranges: readonly Range[]) => {
	const map = positionMap(text);
	return ranges.map(({ start, end }) => map.slice(start, end));
};
const wordsOf = (text: string) => words(text, boundariesOf(text).words);
const sentencesOf = (text: string) => words(text, boundariesOf(text).sentences);

/** The words that come out when the marked selection snaps. */
const snapped = (written: string) => {
	const { text, range } = markedOne(written);
	const found = snapToWords(range, boundariesOf(text));
	return found && words(text, [found])[0];
};

describe('words', () => {
	it.each([
		['Ik voel me 😀 thuis in één wijk', ['Ik', 'voel', 'me', 'thuis', 'in', 'één', 'wijk']],
		["De foto's van 's avonds", ['De', "foto's", 'van', 's', 'avonds']],
		['Een koffie-uurtje in Batau-Noord', ['Een', 'koffie-uurtje', 'in', 'Batau-Noord']],
		['Dat - nou ja - weet ik niet', ['Dat', 'nou', 'ja', 'weet', 'ik', 'niet']],
		['een woon\u00adwijk met 7,4 als cijfer', ['een', 'woon\u00adwijk', 'met', '7,4', 'als', 'cijfer']],
		['𝑺taat 👨‍👩‍👧 er nog', ['𝑺taat', 'er', 'nog']],
		['cafe\u0301 dicht', ['cafe\u0301', 'dicht']],
		['😀 [NAAM_1], zei [FUNCTIE: wijkagent] [...]', ['[NAAM_1]', 'zei', '[FUNCTIE: wijkagent]']],
		['[open en los', ['open', 'en', 'los']],
		['', []]
	])('of "%s" are found', (text, expected) => expect(wordsOf(text)).toEqual(expected));

	it('are counted in code points of the whole text', () => {
		const { text, range } = markedOne('😀👨‍👩‍👧 <a>één</a>');
		expect(boundariesOf(text, 100).words).toEqual([{ start: range.start + 100, end: range.end + 100 }]);
	});
});

describe('sentences', () => {
	it.each([
		['Het is stil. Te stil! Of niet?', ['Het is stil.', 'Te stil!', 'Of niet?']],
		['Ik sprak dhr. Bakker en mevr. De Wit. Zij ook.', ['Ik sprak dhr. Bakker en mevr. De Wit.', 'Zij ook.']],
		['Bijv. een bankje. Of o.a. een lamp.', ['Bijv. een bankje.', 'Of o.a. een lamp.']],
		['Dat is mooi. Echt waar! 😀', ['Dat is mooi.', 'Echt waar! 😀']],
		['Geen punt aan het eind', ['Geen punt aan het eind']],
		['Eerste regel\nTweede regel', ['Eerste regel', 'Tweede regel']],
		['  \n ', []]
	])('of "%s" are found', (text, expected) => expect(sentencesOf(text)).toEqual(expected));
});

describe('a selection snaps to whole words', () => {
	it.each([
		['Ja, [NA<a>AM_1], dat</a> klopt', '[NAAM_1], dat'],
		['Ja, zei <a>de [FUNCTIE: wij</a>kagent] é', 'de [FUNCTIE: wijkagent]']
	])('and never cuts what stands in the place of a name: %s', (written, expected) =>
		expect(snapped(written)).toBe(expected)
	);

	it.each([
		['Ik vo<a>el me vei</a>lig hier', 'voel me veilig'],
		['Ik<a> voel me </a>veilig', 'voel me'],
		['Ik voel me 👨‍<a>👩‍👧 th</a>uis', '👨‍👩‍👧 thuis'],
		['Ik voel me <a>😀</a> thuis', '😀'],
		['Groep 👍<a>🏽 ja</a>', '👍🏽 ja'],
		['in ca<a>fe</a>\u0301 Zuid', 'cafe\u0301'],
		['Een koffie-u<a>ur</a>tje', 'koffie-uurtje'],
		['langs de <a>flat.</a> Vorig', 'flat.'],
		['langs de <a>flat</a>. Vorig', 'flat'],
		['één\n<a>\nwijk</a>', 'wijk']
	])('%s', (written, expected) => expect(snapped(written)).toBe(expected));

	it('only white space is no selection', () => {
		expect(snapped('Ik<a> \u00a0\n </a>voel')).toBeNull();
		expect(snapped('Ik<a> \u200b </a>voel')).toBeNull();
	});

	it('over two turns it uses the boundaries of the first and of the last', () => {
		const first = 'Ik woon hier 😀';
		const second = 'Al lang';
		const from = codePointLength(first) + 14;
		const found = snapToWords({ start: 4, end: from + 5 }, boundariesOf(first), boundariesOf(second, from));
		expect(found).toEqual({ start: 3, end: from + 7 });
	});

	it('never gets smaller than the words it touches, and snapping twice changes nothing', () => {
		const text = 'Ik voel me 😀 thuis in één koffie-uurtje, écht 👨‍👩‍👧! Ja.';
		const boundaries = boundariesOf(text);
		fc.assert(
			fc.property(fc.nat(50), fc.integer({ min: 1, max: 20 }), (start, length) => {
				const once = snapToWords({ start, end: start + length }, boundaries);
				if (!once) return;
				expect(snapToWords(once, boundaries)).toEqual(once);
				for (const word of boundaries.words)
					if (word.start < start + length && start < word.end)
						expect(once.start <= word.start && word.end <= once.end).toBe(true);
			})
		);
	});
});

describe('selecting by key', () => {
	const text = 'Het is stil 😀. Te stil voor mij! Of niet?';
	const boundaries = boundariesOf(text, 7);
	const whole = inkOf(boundaries, { start: 7, end: 7 + codePointLength(text) }) ?? { start: 0, end: 0 };
	const shown = (range: Range) => words(text, [{ start: range.start - 7, end: range.end - 7 }])[0];

	it('goes from the whole turn to its first sentence, or backward to its last', () => {
		expect(shown(stepSentence(boundaries, whole, 1))).toBe('Het is stil 😀.');
		expect(shown(stepSentence(boundaries, whole, -1))).toBe('Of niet?');
	});

	it('goes sentence by sentence and stops at the ends', () => {
		const first = stepSentence(boundaries, whole, 1);
		const second = stepSentence(boundaries, first, 1);
		expect(shown(second)).toBe('Te stil voor mij!');
		expect(stepSentence(boundaries, first, -1)).toEqual(first);
		expect(shown(stepSentence(boundaries, stepSentence(boundaries, second, 1), 1))).toBe('Of niet?');
	});

	it('grows by a word over the end of a sentence and takes its full stop along', () => {
		const first = stepSentence(boundaries, whole, 1);
		const shorter = stepWord(boundaries, first, -1);
		expect(shown(shorter)).toBe('Het is');
		expect(shown(stepWord(boundaries, shorter, 1))).toBe('Het is stil 😀.');
		expect(shown(stepWord(boundaries, first, 1))).toBe('Het is stil 😀. Te');
	});

	it('keeps at least one word', () => {
		const one = { start: 7, end: 10 };
		expect(stepWord(boundaries, one, -1)).toEqual(one);
	});

	it('tells which sentence of how many, and how many words', () => {
		expect(measure(boundaries, stepSentence(boundaries, whole, -1))).toEqual({
			words: 2,
			sentences: 3,
			sentence: 3,
			isWhole: false
		});
		expect(measure(boundaries, whole)).toEqual({ words: 9, sentences: 3, sentence: 0, isWhole: true });
	});

	it('an empty turn has nothing to select', () => {
		expect(inkOf(boundariesOf(' \n'), { start: 0, end: 2 })).toBeNull();
	});
});
