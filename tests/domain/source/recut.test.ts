import { describe, expect, test } from 'vitest';
import { movesBorders, recut, type Cut, type CutOperation } from '../../../src/lib/domain/source/recut.ts';
import type { Turn } from '../../../src/lib/domain/source/turn.ts';
import { positionMap } from '../../../src/lib/domain/text/position.ts';
import { marked } from '../../support/marked.ts';

const { text, ranges } = marked(
	'I: <a>Hoe gaat het 😀?</a>\n\nR: <b>Goed. In één wijk P2: Nee, slecht.</b>\n\nI: <c>Dank.</c>'
);
const map = positionMap(text);
const range = (name: 'a' | 'b' | 'c') => ranges[name] ?? { start: 0, end: 1 };
const words = ({ start, end }: { start: number; end: number }) => map.slice(start, end);
const placeOf = (piece: string) => map.toPosition(text.indexOf(piece));

const turn = (ordinal: number, name: 'a' | 'b' | 'c', speakerId: string | null): Turn => ({
	...range(name),
	ordinal,
	speakerId,
	startMs: ordinal * 1000,
	endMs: ordinal * 1000 + 900
});
const cut: Cut = {
	turns: [turn(1, 'a', 'i'), turn(2, 'b', 'r'), turn(3, 'c', 'i')],
	speakers: [
		{ id: 'i', label: 'I', role: 'interviewer' },
		{ id: 'r', label: 'R', role: 'respondent' }
	]
};
const after = (operation: CutOperation, from = cut): Cut => {
	const result = recut(map, from, operation, 'new');
	if (!result.ok) throw new Error(JSON.stringify(result.problems));
	return result.value;
};
const problem = (operation: CutOperation) => {
	const result = recut(map, cut, operation, 'new');
	return result.ok ? null : result.problems[0]?.code;
};

describe('splitting a turn', () => {
	const split = {
		kind: 'split',
		ordinal: 2,
		start: range('b').start,
		at: placeOf('P2:'),
		resumeAt: placeOf('Nee'),
		speakerId: 'i'
	} as const;

	test('leaves the missed label and the white space around it out of both turns', () => {
		const { turns } = after(split);
		expect(turns.map(words)).toEqual(['Hoe gaat het 😀?', 'Goed. In één wijk', 'Nee, slecht.', 'Dank.']);
		expect(turns.map(({ ordinal, speakerId }) => [ordinal, speakerId])).toEqual([
			[1, 'i'],
			[2, 'r'],
			[3, 'i'],
			[4, 'i']
		]);
	});

	test('knows the time of its beginning and of its end, not of the border', () => {
		const { turns } = after(split);
		expect(turns.slice(1, 3).map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
			[2000, null],
			[null, 2900]
		]);
	});

	test('without a label divides all words', () => {
		const { turns } = after({ ...split, resumeAt: null });
		expect(turns.map(words)).toContain('P2: Nee, slecht.');
	});

	test.each([
		['at its beginning', { at: range('b').start }],
		[
			"at its last sign, which would be all of the second part's label",
			{ at: range('b').end - 1, resumeAt: range('b').end }
		],
		['with a label that is longer than the rest', { resumeAt: range('b').end }],
		['with a label that ends before it begins', { resumeAt: range('b').start + 1 }]
	])('is refused %s', (_, change) => {
		expect(problem({ ...split, ...change })).toBe('turn-part-empty');
	});

	test('at a place that is no longer in it is refused: someone else changed it', () => {
		expect(problem({ ...split, at: range('a').start })).toBe('turn-changed');
		expect(problem({ ...split, at: range('b').end })).toBe('turn-changed');
	});

	test('for a speaker who is not there is refused', () => {
		expect(problem({ ...split, speakerId: 'x' })).toBe('speaker-unknown');
	});
});

describe('joining turns', () => {
	test('takes the label between them into the words, for the speaker of the first', () => {
		const { turns } = after({ kind: 'join', ordinal: 1, start: range('a').start });
		expect(turns.map(words)).toEqual(['Hoe gaat het 😀?\n\nR: Goed. In één wijk P2: Nee, slecht.', 'Dank.']);
		expect(turns[0]).toMatchObject({ ordinal: 1, speakerId: 'i', startMs: 1000, endMs: 2900 });
		expect(turns[1]?.ordinal).toBe(2);
	});

	test('undoes a split', () => {
		const start = range('b').start;
		const parts = after({ kind: 'split', ordinal: 2, start, at: placeOf('P2:'), resumeAt: null, speakerId: 'i' });
		expect(after({ kind: 'join', ordinal: 2, start }, parts)).toEqual(cut);
	});

	test('has nothing to join the last turn with', () => {
		expect(problem({ kind: 'join', ordinal: 3, start: range('c').start })).toBe('turn-is-last');
	});
});

describe('a turn that someone else changed', () => {
	test.each([
		['stands elsewhere', { ordinal: 2, start: 0 }],
		['is not there', { ordinal: 9, start: 0 }]
	])('%s, so nothing happens', (_, seen) => {
		expect(problem({ kind: 'assign', ...seen, speakerId: 'i' })).toBe('turn-changed');
		expect(problem({ kind: 'join', ...seen })).toBe('turn-changed');
	});
});

describe('speakers', () => {
	test('a turn goes to another speaker, or to none', () => {
		const seen = { ordinal: 2, start: range('b').start };
		expect(after({ kind: 'assign', ...seen, speakerId: 'i' }).turns[1]?.speakerId).toBe('i');
		expect(after({ kind: 'assign', ...seen, speakerId: null }).turns[1]?.speakerId).toBeNull();
		expect(problem({ kind: 'assign', ...seen, speakerId: 'x' })).toBe('speaker-unknown');
	});

	test('are added, renamed and given a role', () => {
		const added = after({ kind: 'add-speaker', label: ' Tolk ', role: 'interpreter' });
		expect(added.speakers[2]).toEqual({ id: 'new', label: 'Tolk', role: 'interpreter' });
		expect(after({ kind: 'rename-speaker', speakerId: 'r', label: 'Bewoner' }).speakers[1]?.label).toBe('Bewoner');
		expect(after({ kind: 'rename-speaker', speakerId: 'r', label: 'r' }).speakers[1]?.label).toBe('r');
		expect(after({ kind: 'set-role', speakerId: 'r', role: 'other' }).speakers[1]?.role).toBe('other');
	});

	test('have labels of their own', () => {
		expect(problem({ kind: 'add-speaker', label: 'i', role: 'other' })).toBe('speaker-label-taken');
		expect(problem({ kind: 'rename-speaker', speakerId: 'r', label: 'I' })).toBe('speaker-label-taken');
		expect(problem({ kind: 'rename-speaker', speakerId: 'r', label: ' ' })).toBe('speaker-label-empty');
		expect(problem({ kind: 'set-role', speakerId: 'x', role: 'other' })).toBe('speaker-unknown');
	});

	test('become one, with all their turns', () => {
		const { turns, speakers } = after({ kind: 'merge-speakers', speakerId: 'r', intoSpeakerId: 'i' });
		expect(speakers.map(({ id }) => id)).toEqual(['i']);
		expect(turns.map(({ speakerId }) => speakerId)).toEqual(['i', 'i', 'i']);
		expect(problem({ kind: 'merge-speakers', speakerId: 'r', intoSpeakerId: 'r' })).toBe('speaker-into-itself');
		expect(problem({ kind: 'merge-speakers', speakerId: 'r', intoSpeakerId: 'x' })).toBe('speaker-unknown');
	});
});

test('only splitting and joining move the borders of turns', () => {
	const seen = { ordinal: 1, start: 0 };
	const operations: CutOperation[] = [
		{ kind: 'split', ...seen, at: 1, resumeAt: null, speakerId: null },
		{ kind: 'join', ...seen },
		{ kind: 'assign', ...seen, speakerId: null },
		{ kind: 'set-role', speakerId: 'r', role: 'other' }
	];
	expect(operations.map(movesBorders)).toEqual([true, true, false, false]);
});
