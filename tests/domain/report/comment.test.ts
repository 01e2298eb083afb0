import { expect, test } from 'vitest';
import { carryComment, chosenPassage, commentedText, type CommentPlace } from '#lib/domain/report/comment.ts';
import { markedOne } from '../../support/marked.ts';
import { textOf } from '../../support/rich-text-of.ts';

const at = (source: string) => {
	const { text, range } = markedOne(source);
	const words = [...text].slice(range.start, range.end).join('');
	return { text, range, place: { kind: 'passage', range, words } satisfies CommentPlace };
};

test('a comment goes along with its words when others are put in before them', () => {
	const { text, place } = at('Ik voel me 😀 <a>thuis in één wijk</a>.');
	const after = at('Eerst dit. Ik voel me 😀 <a>thuis in één wijk</a>.');
	expect(carryComment(place, text, after.text)).toEqual({ ...place, range: after.range });
});

test('a comment stays where some of its words are changed, with the words it was made about', () => {
	const { text, place } = at('Het is <a>thuis in één wijk</a> 😀.');
	const after = at('Het is <a>thuis in deze wijk</a> 😀.');
	expect(carryComment(place, text, after.text)).toEqual({ ...place, range: after.range });
});

test('a comment hangs loose when all its words are gone, and finds them again when they come back once', () => {
	const { text, place } = at('Eén. <a>Twee 😀.</a> Drie.');
	const loose = carryComment(place, text, 'Eén. Drie.');
	expect(loose).toEqual({ kind: 'loose', words: 'Twee 😀.' });
	const back = at('Eén. Drie. <a>Twee 😀.</a>');
	expect(carryComment(loose, 'Eén. Drie.', back.text)).toEqual({ ...place, range: back.range });
	expect(carryComment(loose, 'Eén. Drie.', 'Twee 😀. Twee 😀.')).toBe(loose);
});

test('words that are moved elsewhere at once take their comment along', () => {
	const { text, place } = at('<a>Alinea één staat vooraan.</a>\nTwee.\nDrie.');
	const after = at('Twee.\nDrie.\n<a>Alinea één staat vooraan.</a>');
	expect(carryComment(place, text, after.text)).toEqual({ ...place, range: after.range });
});

test('a comment on a whole text stays, whatever becomes of the text', () => {
	const place = { kind: 'text' } as const;
	expect(carryComment(place, 'Eén.', '')).toBe(place);
});

test('comments are counted over what authors wrote, not over what blocks say', () => {
	const live = { kind: 'live', id: '00000000-0000-4000-8000-000000000001' } as const;
	expect(commentedText([...textOf('Eén.'), live, ...textOf('Twee.')])).toBe('Eén.\nTwee.');
});

test('what is chosen leaves out white space and the sign of a list', () => {
	const text = 'Kop\n- één wijk 😀\n- twee';
	expect(chosenPassage(text, 'Kop', 'Kop\n- één wijk 😀')).toEqual({ start: 6, end: 16 });
	expect(chosenPassage(text, 'Kop\n- één wijk 😀', 'Kop')).toEqual({ start: 6, end: 16 });
	expect(chosenPassage(text, 'Kop', 'Kop')).toBeNull();
	expect(chosenPassage('a  b', 'a', 'a  ')).toBeNull();
});
