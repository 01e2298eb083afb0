import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dragEdge, moveEdge, neighboursToUnite, splitRange, type Reshapable } from '#lib/domain/coding/reshape.ts';
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

describe('dragging an end of a passage', () => {
	const drag = (passage: string, edge: 'start' | 'end', to: number, wholeWords = true) =>
		words(dragEdge(boundaries, find(passage), edge, to, wholeWords));

	it('goes to the nearest word, also past an emoji', () => {
		expect(drag('me 😀 thuis', 'start', find('voel').start + 1)).toBe('voel me 😀 thuis');
		expect(drag('me 😀 thuis', 'end', find('zegt').end - 1)).toBe('me 😀 thuis. De één zegt');
		expect(drag('thuis', 'end', find('thuis').end + 1)).toBe('thuis.');
	});

	it('goes to the very letter when words may be cut', () => {
		expect(drag('me 😀 thuis', 'end', find('thuis').start + 2, false)).toBe('me 😀 th');
		expect(drag('me 😀 thuis', 'start', find('😀').start, false)).toBe('😀 thuis');
	});

	it('leaves at least a word, however far it is dragged', () => {
		expect(drag('voel me', 'start', 999)).toBe('me');
		expect(drag('voel me', 'end', 0)).toBe('voel');
		expect(drag('voel me', 'end', find('voel').start, false)).toBe('voel me');
		const range = find('voel me');
		expect(dragEdge(boundaries, range, 'start', range.start, true)).toBe(range);
	});

	it('never makes an empty, reversed or wordless passage, and keeps the other end', () => {
		const place = fc.nat({ max: [...text].length });
		fc.assert(
			fc.property(place, place, place, fc.boolean(), fc.boolean(), (a, b, to, atStart, wholeWords) => {
				const range = { start: Math.min(a, b), end: Math.max(a, b) + 1 };
				const edge = atStart ? 'start' : 'end';
				const dragged = dragEdge(boundaries, range, edge, to, wholeWords);
				expect(dragged.start).toBeLessThan(dragged.end);
				expect(atStart ? dragged.end : dragged.start).toBe(atStart ? range.end : range.start);
				if (dragged !== range)
					expect(boundaries.words.some(({ start, end }) => start < dragged.end && dragged.start < end)).toBe(true);
			})
		);
	});
});

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
