import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segments, union } from '#lib/domain/text/segment.ts';
import { marked } from '../../support/marked.ts';

const shape = (written: string) => {
	const { text, ranges } = marked(written);
	const letters = [...text];
	const named = Object.entries(ranges).map(([name, range]) => ({ name, ...range }));
	return segments(named).map(({ start, end, covering }) => [
		letters.slice(start, end).join(''),
		covering.map(({ name }) => name).join('')
	]);
};

describe('segments', () => {
	it('cut two overlapping ranges into three stretches', () => {
		expect(shape('Ik <a>voel me <b>veilig 😀</a> hier</b>.')).toEqual([
			['voel me ', 'a'],
			['veilig 😀', 'ab'],
			[' hier', 'b']
		]);
	});

	it('keep a range inside another apart, and the outer one goes on after it', () => {
		expect(shape('<a>één <b>wijk</b> hier</a>')).toEqual([
			['één ', 'a'],
			['wijk', 'ab'],
			[' hier', 'a']
		]);
	});

	it('leave out what no range covers', () => {
		expect(shape('<a>Ja</a>, en <b>nee</b>')).toEqual([
			['Ja', 'a'],
			['nee', 'b']
		]);
	});

	it('meet without a gap where one range ends and the next begins', () => {
		expect(shape('<a>Ja</a><b>nee</b>')).toEqual([
			['Ja', 'a'],
			['nee', 'b']
		]);
	});

	it('carry two equal ranges together', () => {
		expect(shape('<a><b>Ja</a></b>')).toEqual([['Ja', 'ab']]);
	});

	const someRanges = fc.array(
		fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 12 })).map(([start, length]) => ({ start, end: start + length })),
		{ maxLength: 25 }
	);

	it('cover exactly the union of the ranges, each character once, by exactly the ranges it lies in', () => {
		fc.assert(
			fc.property(someRanges, (ranges) => {
				const found = segments(ranges);
				for (let position = 0; position < 60; position += 1) {
					const here = found.filter(({ start, end }) => start <= position && position < end);
					const expected = ranges.filter(({ start, end }) => start <= position && position < end);
					expect(here.length).toBe(expected.length > 0 ? 1 : 0);
					expect(new Set(here[0]?.covering ?? [])).toEqual(new Set(expected));
					expect(here[0]?.covering.length ?? 0).toBe(expected.length);
				}
			})
		);
	});

	it('joined again are the union', () => {
		fc.assert(fc.property(someRanges, (ranges) => void expect(union(segments(ranges))).toEqual(union(ranges))));
	});
});
