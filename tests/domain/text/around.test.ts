import { expect, test } from 'vitest';
import { textAround } from '../../../src/lib/domain/text/around.ts';
import { positionMap } from '../../../src/lib/domain/text/position.ts';
import { marked } from '../../support/marked.ts';

/** What stands around the passage `<a>` in the whole text, or in the part `<b>` of it. */
const around = (source: string, most: number) => {
	const { text, ranges } = marked(source);
	const map = positionMap(text);
	const [passage, within = { start: 0, end: map.length }] = [ranges['a'], ranges['b']];
	if (!passage) throw new Error(`no passage in ${source}`);
	const { before, after } = textAround(map, within, passage, most);
	return [before, after];
};

test('all of it stands there when that is not too much', () => {
	expect(around('Ik voel me 😀 <a>thuis</a> in één wijk', 13)).toEqual(['Ik voel me 😀 ', ' in één wijk']);
	expect(around('<a>thuis</a>', 5)).toEqual(['', '']);
});

test('what is more is cut between words, and said', () => {
	expect(around('Ik voel me 😀 <a>thuis</a> in één wijk', 9)).toEqual(['… me 😀 ', ' in één …']);
	expect(around('Ik voel me 😀 <a>thuis</a> in één wijk', 12)).toEqual(['… voel me 😀 ', ' in één wijk']);
});

test('a word that just fits stays whole', () => {
	expect(around('Dat hele park <a>hier</a> is erg mooi', 5)).toEqual(['… park ', ' is …']);
	expect(around('Dat hele park <a>hier</a> is erg mooi', 7)).toEqual(['… park ', ' is erg …']);
});

test('a passage that begins or ends in a word keeps the rest of that word', () => {
	expect(around('Mooie speel<a>tuin</a>tjes hier', 6)).toEqual(['… speel', 'tjes …']);
});

test('lines stay lines, and no white space is left at the cut', () => {
	expect(around('Dag allemaal!\n\nEen <a>park</a>.\n\nTot ziens dan', 6)).toEqual(['… Een ', '.\n\nTot …']);
	expect(around('Dag allemaal!\n\nEen <a>park</a> is\n\n\nmooi genoeg', 6)).toEqual(['… Een ', ' is …']);
});

test('nothing of another turn is shown', () => {
	expect(around('Vraag? <b>Ja, het <a>park</a> wel.</b> Waarom?', 40)).toEqual(['Ja, het ', ' wel.']);
});

test('one endless word is cut between letters: not in an emoji, nor before the accent of a letter', () => {
	const family = '👩‍👩‍👧';
	expect(around(`${family.repeat(3)}<a>!</a>${family.repeat(3)}`, 8)).toEqual([`…${family}`, `${family}…`]);
	const accented = 'x\u0302'; // has no form that is one code point
	expect(around(`${accented.repeat(4)}<a>!</a>${accented.repeat(4)}`, 3)).toEqual([`…${accented}`, `${accented}…`]);
	expect(around(`${family.repeat(2)}<a>!</a> ${family.repeat(2)}`, 2)).toEqual(['…', ' …']);
});
