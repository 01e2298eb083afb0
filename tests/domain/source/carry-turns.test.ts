import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { carryTurns } from '../../../src/lib/domain/source/carry-turns.ts';
import type { Turn } from '../../../src/lib/domain/source/turn.ts';
import { applyEdit, canonicalEdit, type Edit } from '../../../src/lib/domain/text/edit.ts';
import { positionMap } from '../../../src/lib/domain/text/position.ts';
import { marked } from '../../support/marked.ts';
import { operationsOn } from '../../support/random-edit.ts';

const { text, ranges } = marked('I: <a>Hoe is het 😀?</a>\nR: <b>Ja, één park.</b>\nI: <c>Mooi!</c>\n');
const turns: readonly Turn[] = Object.values(ranges).map((range, at) => ({
	...range,
	...{ ordinal: at + 1, speakerId: null, startMs: at * 1000, endMs: null }
}));
const after = (edit: Edit) => {
	const map = positionMap(applyEdit(text, edit));
	return carryTurns(turns, edit, map).map(({ start, end, ordinal }) => `${ordinal} ${map.slice(start, end)}`);
};
const at = (words: string) => [...text.slice(0, text.indexOf(words))].length;

describe('the turns of a text that is edited', () => {
	test('take in what is said at their beginning and their end', () => {
		const edit = canonicalEdit([
			{ retain: at('Ja') },
			{ insert: 'Eh, ' },
			{ retain: [...'Ja, één park.'].length },
			{ insert: ' En bomen.' }
		]);
		expect(after(edit)).toEqual(['1 Hoe is het 😀?', '2 Eh, Ja, één park. En bomen.', '3 Mooi!']);
	});

	test('stay the same when a label is corrected', () => {
		const edit = canonicalEdit([{ retain: at('R: ') }, { insert: 'Bewoner' }, { delete: 1 }]);
		expect(after(edit)).toEqual(['1 Hoe is het 😀?', '2 Ja, één park.', '3 Mooi!']);
	});

	test('are gone without words, and those behind move up with their times', () => {
		const edit = canonicalEdit([{ retain: at('R: ') }, { delete: [...'R: Ja, één park.\n'].length }]);
		expect(after(edit)).toEqual(['1 Hoe is het 😀?', '2 Mooi!']);
		expect(carryTurns(turns, edit, positionMap(applyEdit(text, edit)))[1]).toMatchObject({ startMs: 2000 });
	});

	test('give words over the border between two to the first', () => {
		const edit = canonicalEdit([{ retain: at('😀') }, { insert: '… ' }, { delete: at('één') - at('😀') }]);
		expect(after(edit)).toEqual(['1 Hoe is het …', '2 één park.', '3 Mooi!']);
	});

	test('never overlap, stay in order and lie within the text', () => {
		fc.assert(
			fc.property(operationsOn(positionMap(text).length), (operations) => {
				const edit = canonicalEdit(operations);
				const map = positionMap(applyEdit(text, edit));
				let from = 0;
				for (const { start, end } of carryTurns(turns, edit, map)) {
					expect(start).toBeGreaterThanOrEqual(from);
					expect(end).toBeGreaterThan(start);
					from = end;
				}
				expect(from).toBeLessThanOrEqual(map.length);
			}),
			{ numRuns: 1000 }
		);
	});
});
