import { expect, test } from 'vitest';
import { attentionFor } from '../../../src/lib/domain/source/attention.ts';
import { spokenWords } from '../../../src/lib/domain/source/spoken-words.ts';
import { positionMap } from '../../../src/lib/domain/text/position.ts';
import { marked } from '../../support/marked.ts';

const { text, ranges } = marked(
	'<a>Vooraf 😀 gezegd</a>\n\nI: <b>Hoe – eh – gaat het?</b>\n\nR: <c>Eén 👨‍👩‍👧 koffie-uurtje.</c>'
);
const turn = (ordinal: number, name: string, speakerId: string | null) => ({
	...(ranges[name] ?? { start: 0, end: 1 }),
	ordinal,
	speakerId,
	startMs: null,
	endMs: null
});
const turns = [turn(1, 'a', null), turn(2, 'b', 'i'), turn(3, 'c', 'r')];
const speakers = [
	{ id: 'i', label: 'I', role: 'interviewer' },
	{ id: 'r', label: 'R', role: 'respondent' },
	{ id: 't', label: 'Tolk', role: 'interpreter' }
] as const;

test('turns of nobody and speakers who say nothing deserve a look', () => {
	expect(attentionFor({ turns, speakers })).toEqual({ turnsOfNobody: [1], silentSpeakers: ['Tolk'] });
});

test('a text without speakers has turns of nobody by nature', () => {
	expect(attentionFor({ turns: [turn(1, 'a', null)], speakers: [] })).toEqual({
		turnsOfNobody: [],
		silentSpeakers: []
	});
});

test('words are counted for each speaker, without dashes and emoji', () => {
	expect(Object.fromEntries(spokenWords(positionMap(text), turns))).toEqual({ null: 2, i: 4, r: 2 });
});
