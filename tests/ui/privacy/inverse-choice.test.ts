import { describe, expect, test } from 'vitest';
import type { PseudonymGroupAnswer } from '#lib/contract/pseudonym.ts';
import { inverseOf, stepBack } from '#lib/ui/privacy/inverse-choice.ts';
import { markedPlaces, piecesOf } from '#lib/ui/privacy/text-pieces.ts';
import { positionMap } from '#lib/domain/text/position.ts';

const group = (id: string, changes: Partial<PseudonymGroupAnswer> = {}): PseudonymGroupAnswer => ({
	...{ id, kind: 'name', sureness: 'likely', isOwn: false, decision: 'open', accepted: [] },
	hits: [
		{ start: 3, end: 7, rule: 'first-name', sureness: 'likely' },
		{ start: 12, end: 16, rule: 'first-name', sureness: 'likely' }
	],
	...{ placeholder: null, suggested: '[NAAM_1]', mergedInto: null },
	...changes
});
const all = [
	{ start: 3, end: 7 },
	{ start: 12, end: 16 }
];
const accepted = (id: string, changes: Partial<PseudonymGroupAnswer> = {}) =>
	group(id, { decision: 'accepted', accepted: all, placeholder: '[NAAM_1]', ...changes });

describe('taking a decision back', () => {
	test('brings a group to what it was: open, no name, all places, one place, or merged', () => {
		expect(inverseOf(group('a'))).toEqual({ decision: 'open', groupId: 'a' });
		expect(inverseOf(group('a', { decision: 'rejected' }))).toEqual({ decision: 'reject', groupId: 'a' });
		expect(inverseOf(accepted('a'))).toEqual({
			...{ decision: 'accept', groupId: 'a', hits: null, placeholder: '[NAAM_1]' }
		});
		expect(inverseOf(accepted('a', { accepted: all.slice(1) }))).toMatchObject({ hits: [{ start: 12, end: 16 }] });
		expect(inverseOf(accepted('a', { mergedInto: 'b' }))).toEqual({
			...{ decision: 'merge', groupId: 'a', intoGroupId: 'b' }
		});
	});

	test('touches only what changed, and lets go of words that were chosen newly', () => {
		const before = [group('a'), accepted('b')];
		expect(stepBack(before, before)).toEqual([]);
		expect(stepBack(before, [accepted('a'), accepted('b')])).toEqual([{ decision: 'open', groupId: 'a' }]);
		expect(stepBack(before, [...before, accepted('own', { isOwn: true })])).toEqual([
			{ decision: 'open', groupId: 'own' }
		]);
	});

	test('chooses own words again that were given up', () => {
		const own = accepted('own', { isOwn: true });
		expect(stepBack([own], [])).toEqual([{ decision: 'choose', kind: 'name', hits: all, placeholder: '[NAAM_1]' }]);
	});
});

test('a turn is cut at its marked places; what is no name has no mark', () => {
	const map = positionMap('😀 Riet zei: Riet!');
	const turn = { ordinal: 1, start: 2, end: 17, speakerId: null, startMs: null, endMs: null };
	const riet = group('a', {
		hits: [
			{ start: 2, end: 6, rule: 'first-name', sureness: 'likely' },
			{ start: 12, end: 16, rule: 'first-name', sureness: 'likely' }
		]
	});
	const pieces = piecesOf(map, turn, markedPlaces([riet]));
	expect(pieces.map(({ text, mark }) => [text, mark?.hitAt ?? null])).toEqual([
		['Riet', 0],
		[' zei: ', null],
		['Riet', 1],
		['!', null]
	]);
	const rejected = markedPlaces([{ ...riet, decision: 'rejected' }]);
	expect(piecesOf(map, turn, rejected).map(({ text }) => text)).toEqual(['Riet zei: Riet!']);
});
