import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	byReading,
	codingsAt,
	codingsByTurn,
	nextUncoded,
	packLanes,
	stepCoding,
	turnsOf,
	turnsToCode,
	withCoding,
	withoutCoding,
	type Placed
} from '#lib/domain/coding/desk.ts';
import type { Speaker } from '#lib/domain/source/speaker.ts';
import type { Turn } from '#lib/domain/source/turn.ts';
import type { Range } from '#lib/domain/text/range.ts';
import { marked } from '../../support/marked.ts';

const turn = (ordinal: number, { start, end }: Range, speakerId: string | null = null): Turn => ({
	ordinal,
	start,
	end,
	speakerId,
	startMs: null,
	endMs: null
});
const coding = (id: string, range: Range, codedAt = '2025-03-01T10:00:00Z'): Placed => ({ id, range, codedAt });
const ids = (codings: readonly Placed[]) => codings.map(({ id }) => id).join('');

const { ranges } = marked(
	'I: <one>Hoe is het?</one>\n\n' +
		'B: <two><a>Ik voel <b>me 😀 thuis</a> hier</b>, <c>in één wijk</two>\n\n' +
		'I: <three>Ja?</three>\n\n' +
		'B: <four>Ja</c>, <d>zeker</d>.</four>'
);
const range = (name: string) => {
	const found = ranges[name];
	if (!found) throw new Error(`no <${name}>`);
	return found;
};
const turns = [
	turn(1, range('one'), 'i'),
	turn(2, range('two'), 'b'),
	turn(3, range('three'), 'i'),
	turn(4, range('four'), 'b')
];
const [a, b, c, d] = [
	coding('a', range('a')),
	coding('b', range('b')),
	coding('c', range('c')),
	coding('d', range('d'))
];
const speakers: Speaker[] = [
	{ id: 'i', label: 'I', role: 'interviewer' },
	{ id: 'b', label: 'B', role: 'respondent' }
];

describe('the codings of a source', () => {
	it('stand in reading order, an enclosing passage before what it encloses', () => {
		const outer = coding('outer', range('two'));
		expect([d, b, a, c, outer].sort(byReading).map(({ id }) => id)).toEqual(['outer', 'a', 'b', 'c', 'd']);
	});

	it('on one passage stand in the order in which they were made', () => {
		const later = coding('1', range('a'), '2025-03-02T10:00:00Z');
		expect([later, a].sort(byReading)).toEqual([a, later]);
	});

	it('keep their order when one is added, changed or removed', () => {
		const all = withCoding(withCoding(withCoding([], d), b), a);
		expect(ids(all)).toBe('abd');
		expect(ids(withCoding(all, coding('a', { start: range('d').start, end: range('d').end + 1 })))).toBe('bad');
		expect(ids(withoutCoding(all, 'b'))).toBe('ad');
	});

	it('are the same list when there was nothing to remove', () => {
		const all = [a, b];
		expect(withoutCoding(all, 'z')).toBe(all);
	});

	it('stand with each turn they lie in, and a turn without codings with none', () => {
		const found = codingsByTurn(turns, [d, c, b, a]);
		expect([...found].map(([ordinal, codings]) => [ordinal, ids(codings)])).toEqual([
			[2, 'abc'],
			[3, 'c'],
			[4, 'cd']
		]);
	});

	it('that begin in a label before the first turn are found in that turn', () => {
		expect(turnsOf(turns, { start: 0, end: 5 }).map(({ ordinal }) => ordinal)).toEqual([1]);
		expect(turnsOf(turns, { start: 0, end: 2 })).toEqual([]);
	});
});

describe('a place in the text', () => {
	it('shows the codings on it, the shortest first', () => {
		const outer = coding('o', range('two'));
		expect(ids(codingsAt([outer, a, b], range('b').start))).toBe('bao');
	});

	it('right after a coding is not on it', () => {
		expect(codingsAt([a], range('a').end)).toEqual([]);
		expect(codingsAt([a], range('a').end - 1)).toEqual([a]);
	});
});

describe('next and previous', () => {
	const all = [a, b, c, d];
	it('go through the codings and end at the ends', () => {
		expect(stepCoding(all, a, 1)).toBe(b);
		expect(stepCoding(all, c, -1)).toBe(b);
		expect(stepCoding(all, d, 1)).toBeNull();
		expect(stepCoding(all, a, -1)).toBeNull();
	});

	it('begin at a place in the text when no coding is chosen', () => {
		expect(stepCoding(all, { position: range('three').start }, 1)).toBe(d);
		expect(stepCoding(all, { position: range('three').start }, -1)).toBe(c);
	});

	it('find no way from a coding that is gone', () => {
		expect(stepCoding([a], { id: 'z' }, 1)).toBeNull();
	});
});

describe('what is still to be coded', () => {
	it('leaves the interviewer out', () => {
		expect(turnsToCode(turns, speakers).map(({ ordinal }) => ordinal)).toEqual([2, 4]);
	});

	it('is the next turn without codings, from the end on from the beginning again', () => {
		const toCode = turnsToCode(turns, speakers);
		expect(nextUncoded(toCode, () => false, 2)?.ordinal).toBe(4);
		expect(nextUncoded(toCode, (ordinal) => ordinal === 4, 4)?.ordinal).toBe(2);
		expect(nextUncoded(toCode, () => true, 0)).toBeNull();
	});
});

describe('lanes', () => {
	it('are as few as the overlap allows', () => {
		const lanes = packLanes([
			{ id: 'a', from: 0, to: 10 },
			{ id: 'b', from: 5, to: 15 },
			{ id: 'c', from: 10, to: 20 }
		]);
		expect([...lanes]).toEqual([
			['a', 0],
			['b', 1],
			['c', 0]
		]);
	});

	it('do not move what has a lane when another comes before it', () => {
		const before = packLanes([{ id: 'b', from: 5, to: 15 }]);
		const after = packLanes(
			[
				{ id: 'a', from: 0, to: 10 },
				{ id: 'b', from: 5, to: 15 }
			],
			before
		);
		expect(after.get('b')).toBe(0);
		expect(after.get('a')).toBe(1);
	});

	const extents = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 12 }), fc.nat(3)), { maxLength: 20 });
	it('never hold two stretches at one height, and every fixed one that fits stays', () => {
		fc.assert(
			fc.property(extents, (drawn) => {
				const all = drawn.map(([from, length], index) => ({ id: `${index}`, from, to: from + length }));
				const first = packLanes(all.filter((_, index) => drawn[index]?.[2] === 0));
				const lanes = packLanes(all, first);
				for (const [id, lane] of first) expect(lanes.get(id)).toBe(lane);
				for (const one of all)
					for (const other of all)
						if (one !== other && lanes.get(one.id) === lanes.get(other.id))
							expect(one.to <= other.from || other.to <= one.from).toBe(true);
			})
		);
	});
});
