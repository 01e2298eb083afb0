import { describe, expect, it } from 'vitest';
import { moveEdge, neighboursToUnite, splitRange, type Reshapable } from '#lib/domain/coding/reshape.ts';
import { noValences } from '#lib/domain/coding/valence.ts';
import { boundariesOf } from '#lib/domain/text/boundary.ts';
import { positionMap } from '#lib/domain/text/position.ts';

const text = 'Ik voel me 😀 thuis. De één zegt nee! Het café niet.';
const boundaries = boundariesOf(text);
const map = positionMap(text);
const words = ({ start, end }: { start: number; end: number }) => map.slice(start, end);
const find = (part: string) => {
	const start = [...text.slice(0, text.indexOf(part))].length;
	return { start, end: start + [...part].length };
};

describe('moving an end of a passage', () => {
	it('steps by a word over an emoji, to both sides', () => {
		const passage = find('me 😀 thuis');
		expect(words(moveEdge(boundaries.words, passage, 'start', -1))).toBe('voel me 😀 thuis');
		expect(words(moveEdge(boundaries.words, passage, 'start', 1))).toBe('thuis');
		expect(words(moveEdge(boundaries.words, passage, 'end', 1))).toBe('me 😀 thuis. De');
		expect(words(moveEdge(boundaries.words, passage, 'end', -1))).toBe('me');
	});

	it('stays where it is at the ends of the text, and when nothing would be left', () => {
		const whole = { start: 0, end: find('niet').end };
		expect(moveEdge(boundaries.words, whole, 'start', -1)).toBe(whole);
		expect(moveEdge(boundaries.words, whole, 'end', 1)).toBe(whole);
		const one = find('café');
		expect(moveEdge(boundaries.words, one, 'start', 1)).toBe(one);
		expect(moveEdge(boundaries.words, one, 'end', -1)).toBe(one);
	});

	it('comes back where it was by the step back', () => {
		for (const edge of ['start', 'end'] as const) {
			const passage = find('één zegt');
			const there = moveEdge(boundaries.words, passage, edge, edge === 'start' ? -1 : 1);
			expect(moveEdge(boundaries.words, there, edge, edge === 'start' ? 1 : -1)).toEqual(passage);
		}
	});
});

describe('splitting a passage', () => {
	it('cuts between sentences, nearest to the middle', () => {
		const parts = splitRange(boundaries, { start: 0, end: find('niet.').end }, null);
		expect(parts?.map(words)).toEqual(['Ik voel me 😀 thuis.', 'De één zegt nee! Het café niet.']);
	});

	it('cuts before the word that was pressed', () => {
		const parts = splitRange(boundaries, find('De één zegt nee!'), find('zegt').start + 1);
		expect(parts?.map(words)).toEqual(['De één', 'zegt nee!']);
	});

	it('cuts one sentence near its middle, and leaves one word whole', () => {
		expect(splitRange(boundaries, find('Ik voel me'), null)?.map(words)).toEqual(['Ik', 'voel me']);
		expect(splitRange(boundaries, find('café'), null)).toBeNull();
	});
});

describe('uniting passages', () => {
	const coding = (id: string, part: string, more: Partial<Reshapable> = {}): Reshapable => ({
		id,
		range: find(part),
		codeId: 'green',
		coderId: 'ada',
		valences: noValences,
		...more
	});
	const isBlank = (range: { start: number; end: number }) => words(range).trim() === '';
	const unite = (others: readonly Reshapable[]) =>
		neighboursToUnite(others, coding('here', 'De één'), isBlank).map(({ id }) => id);

	it('takes what overlaps and what stands next to it with only white space between', () => {
		expect(unite([coding('over', 'één zegt'), coding('next', 'zegt nee'), coding('far', 'café')])).toEqual([
			'over',
			'next'
		]);
	});

	it('takes nothing of another coder or code, nor what says the opposite', () => {
		const forward = { change: 'forward', level: null } as const;
		const backward = { change: 'backward', level: null } as const;
		const here = coding('here', 'De één', { valences: forward });
		const others = [
			coding('coder', 'één zegt', { coderId: 'bram' }),
			coding('code', 'één zegt', { codeId: 'safe' }),
			coding('opposite', 'één zegt', { valences: backward })
		];
		expect(neighboursToUnite(others, here, isBlank)).toEqual([]);
	});
});
