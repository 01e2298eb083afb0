import { describe, expect, test } from 'vitest';
import { relabelEdit } from '../../../src/lib/domain/source/relabel.ts';
import { applyEdit } from '../../../src/lib/domain/text/edit.ts';
import { positionMap } from '../../../src/lib/domain/text/position.ts';
import { marked } from '../../support/marked.ts';

const { text, ranges } = marked(
	'INT: <a>Dag Jan 😀, hoe gaat het?</a>\n**Jan**: <b>Goed. Jan is mijn naam.</b>\nINT: <c>Mooi.</c>\nJan [00:12]: <d>Ja, één.</d>'
);
const turn = (name: string, ordinal: number, speakerId: string) => ({
	...(ranges[name] ?? { start: 0, end: 1 }),
	...{ ordinal, speakerId, startMs: null, endMs: null }
});
const turns = [turn('a', 1, 'i'), turn('b', 2, 'j'), turn('c', 3, 'i'), turn('d', 4, 'j')];
const relabel = (...renamings: readonly { speakerId: string; from: string; to: string }[]) =>
	applyEdit(text, relabelEdit(positionMap(text), turns, renamings));

describe('a speaker who is called otherwise', () => {
	test('is called so before each of his turns, and nowhere in what is said', () => {
		expect(relabel({ speakerId: 'j', from: 'Jan', to: 'Bewoner 1' })).toBe(
			'INT: Dag Jan 😀, hoe gaat het?\n**Bewoner 1**: Goed. Jan is mijn naam.\nINT: Mooi.\nBewoner 1 [00:12]: Ja, één.'
		);
	});

	test('can change places with another one', () => {
		expect(relabel({ speakerId: 'j', from: 'Jan', to: 'INT' }, { speakerId: 'i', from: 'INT', to: 'Jan' })).toMatch(
			/^Jan: [^]*\n\*\*INT\*\*: [^]*\nJan: [^]*\nINT \[/
		);
	});

	test('who does not stand in the text changes nothing of it, nor does a part of another word', () => {
		expect(relabel({ speakerId: 'j', from: 'Bewoner', to: 'R' })).toBe(text);
		expect(relabel({ speakerId: 'i', from: 'IN', to: 'R' })).toBe(text);
		expect(relabel({ speakerId: 'j', from: 'Jan', to: 'Jan' })).toBe(text);
	});
});
