import { expect, test } from 'vitest';
import { labelRanges } from '../../../src/lib/domain/source/label-ranges.ts';
import { positionMap } from '../../../src/lib/domain/text/position.ts';
import { markedOne } from '../../support/marked.ts';

const turn = (range: { start: number; end: number }) => ({
	...range,
	...{ ordinal: 1, speakerId: null, startMs: null, endMs: null }
});

test('labels are what stands outside the turns, each on its line, without the space around it', () => {
	const { text, range } = markedOne('Gesprek 😀 één\n\nINT: <a>Hoe gaat het?</a>\nR:');
	const map = positionMap(text);
	const words = labelRanges(map, [turn(range)]).map(({ start, end }) => map.slice(start, end));
	expect(words).toEqual(['Gesprek 😀 één', 'INT:', 'R:']);
});

test('a text without labels has none', () => {
	const text = 'Hoe gaat het?';
	expect(labelRanges(positionMap(text), [turn({ start: 0, end: 13 })])).toEqual([]);
});
