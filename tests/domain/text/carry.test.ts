import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { carrier, carrierThrough } from '../../../src/lib/domain/text/carry.ts';
import { applyEdit, canonicalEdit, type Edit } from '../../../src/lib/domain/text/edit.ts';
import { positionMap } from '../../../src/lib/domain/text/position.ts';
import { markedOne } from '../../support/marked.ts';
import { editedText } from '../../support/random-edit.ts';

/** What a marked passage is after an edit, as text with what became of it. */
const carried = (source: string, edit: Edit, options?: { keepsReplaced: boolean }) => {
	const { text, range } = markedOne(source);
	const after = applyEdit(text, edit);
	const result = carrier(edit, options)(range);
	return result.kind === 'orphaned'
		? { kind: result.kind, at: result.at }
		: { kind: result.kind, words: positionMap(after).slice(result.range.start, result.range.end) };
};
/** Replaces the one place where `from` stands in the text. */
const replace = (source: string, from: string, to: string): Edit => {
	const { text } = markedOne(source);
	const before = [...text.slice(0, text.indexOf(from))].length;
	return canonicalEdit([{ retain: before }, { insert: to }, { delete: [...from].length }]);
};
const insertAt = (position: number, insert: string): Edit => canonicalEdit([{ retain: position }, { insert }]);

describe('a passage through a change of the text', () => {
	test('moves with words before it, and stays with words behind it', () => {
		const source = 'Ik 😀 woon <a>in de wijk</a> hier';
		expect(carried(source, insertAt(0, '👍🏽 '))).toEqual({ kind: 'moved', words: 'in de wijk' });
		expect(carried(source, replace(source, ' hier', ', ja'))).toEqual({ kind: 'moved', words: 'in de wijk' });
	});

	test('leaves words outside that are put in at its borders', () => {
		const source = 'a <a>wijk</a> b';
		expect(carried(source, insertAt(2, 'mooie '))).toEqual({ kind: 'moved', words: 'wijk' });
		expect(carried(source, insertAt(6, 'je'))).toEqual({ kind: 'moved', words: 'wijk' });
	});

	test('grows and shrinks with words inside it', () => {
		const source = '<a>een park é bankje</a>.';
		expect(carried(source, insertAt(4, 'mooi '))).toEqual({ kind: 'changed', words: 'een mooi park é bankje' });
		expect(carried(source, replace(source, 'park é ', ''))).toEqual({ kind: 'changed', words: 'een bankje' });
	});

	test('takes a correction of its first or last letter along', () => {
		const source = 'het <a>parc</a>.';
		expect(carried(source, replace(source, 'c', 'k'))).toEqual({ kind: 'changed', words: 'park' });
		const other = 'het <a>bark</a>.';
		expect(carried(other, replace(other, 'b', 'p'))).toEqual({ kind: 'changed', words: 'park' });
	});

	test('loses what goes out over its border; new words there are nobody’s', () => {
		const source = 'de kinderen <a>spelen buiten</a> graag';
		expect(carried(source, replace(source, 'kinderen spelen', 'jeugd speelt'))).toEqual({
			kind: 'changed',
			words: ' buiten'
		});
		expect(carried(source, replace(source, 'buiten graag', 'op straat'))).toEqual({
			kind: 'changed',
			words: 'spelen '
		});
	});

	test('is orphaned where it stood when all its words are gone, also when others came instead', () => {
		const source = 'a <a>wijk</a> b wijk';
		expect(carried(source, replace(source, 'wijk', ''))).toEqual({ kind: 'orphaned', at: 2 });
		expect(carried(source, replace(source, 'wijk', 'stad'))).toEqual({ kind: 'orphaned', at: 2 });
		expect(carried(source, replace(source, 'a wijk b', ''))).toEqual({ kind: 'orphaned', at: 0 });
	});

	test('goes along when one thing is known to stand for the same thing, as a pseudonym does', () => {
		const source = 'Ik ken <a>Fatima</a> goed';
		const edit = replace(source, 'Fatima', '[NAAM_1]');
		expect(carried(source, edit, { keepsReplaced: true })).toEqual({ kind: 'changed', words: '[NAAM_1]' });
		const wider = replace(source, 'ken Fatima', '[NAAM_1]');
		expect(carried(source, wider, { keepsReplaced: true })).toEqual({ kind: 'changed', words: '[NAAM_1]' });
		expect(carried(source, replace(source, 'Fatima', ''), { keepsReplaced: true })).toEqual({
			kind: 'orphaned',
			at: 7
		});
	});
});

describe('a passage that ends inside a name', () => {
	test('takes the whole placeholder in, on either side', () => {
		const after = 'zei <a>mevrouw 😀 Aït</a> Larbi toen';
		expect(carried(after, replace(after, 'Aït Larbi', '[NAAM_1]'), { keepsReplaced: true })).toEqual({
			kind: 'changed',
			words: 'mevrouw 😀 [NAAM_1]'
		});
		const before = 'zei mevrouw Aït <a>Larbi toen é</a>';
		expect(carried(before, replace(before, 'Aït Larbi', '[NAAM_1]'), { keepsReplaced: true })).toEqual({
			kind: 'changed',
			words: '[NAAM_1] toen é'
		});
	});
});

describe('laws of carrying', () => {
	test('a passage whose words are untouched has the same words', () => {
		fc.assert(
			fc.property(editedText, ({ text, operations, ranges }) => {
				const edit = canonicalEdit(operations);
				const [old, now] = [positionMap(text), positionMap(applyEdit(text, edit))];
				for (const range of ranges) {
					const result = carrier(edit)(range);
					if (result.kind === 'moved')
						expect(now.slice(result.range.start, result.range.end)).toBe(old.slice(range.start, range.end));
				}
			}),
			{ numRuns: 1000 }
		);
	});

	test('every passage is moved, changed or orphaned, as a count of what goes in and out says', () => {
		fc.assert(
			fc.property(editedText, ({ text, operations, ranges }) => {
				const edit = canonicalEdit(operations);
				const now = positionMap(applyEdit(text, edit));
				for (const range of ranges) {
					// the slow way: which old code points stay, and whether anything was put in between two of them
					let [at, kept, putIn] = [0, 0, false];
					for (const operation of edit) {
						if ('insert' in operation) putIn ||= range.start < at && at < range.end;
						else {
							const size = 'retain' in operation ? operation.retain : operation.delete;
							if ('retain' in operation)
								kept += Math.max(0, Math.min(at + size, range.end) - Math.max(at, range.start));
							at += size;
						}
					}
					kept += Math.max(0, range.end - Math.max(at, range.start));
					const length = range.end - range.start;
					const result = carrier(edit)(range);
					if (kept === 0) expect(result.kind).toBe('orphaned');
					else if (kept === length && !putIn) expect(result.kind).toBe('moved');
					else expect(result.kind).toBe('changed');
					if (result.kind === 'orphaned') expect(result.at).toBeLessThanOrEqual(now.length);
					else {
						expect(result.range.start).toBeGreaterThanOrEqual(0);
						expect(result.range.end).toBeLessThanOrEqual(now.length);
						expect(result.range.end - result.range.start).toBeGreaterThanOrEqual(kept);
					}
				}
			}),
			{ numRuns: 1000 }
		);
	});

	test('passages keep their order, and what lies in another still does', () => {
		fc.assert(
			fc.property(editedText, ({ operations, ranges }) => {
				const carry = carrier(canonicalEdit(operations));
				for (const a of ranges)
					for (const b of ranges) {
						const [x, y] = [carry(a), carry(b)];
						if (x.kind === 'orphaned' || y.kind === 'orphaned') continue;
						if (a.end <= b.start) expect(x.range.end).toBeLessThanOrEqual(y.range.start);
						if (a.start <= b.start && b.end <= a.end) {
							expect(x.range.start).toBeLessThanOrEqual(y.range.start);
							expect(y.range.end).toBeLessThanOrEqual(x.range.end);
						}
					}
			}),
			{ numRuns: 1000 }
		);
	});
});

describe('a passage through changes that follow each other', () => {
	const source = 'Ik 😀 woon <a>bij Sanne é</a> hier';
	const { text, range } = markedOne(source);
	const through = (...steps: readonly (readonly [from: string, to: string, keepsReplaced?: boolean])[]) => {
		let now = text;
		const edits = steps.map(([from, to, keepsReplaced = false]) => {
			const edit = canonicalEdit([
				{ retain: [...now.slice(0, now.indexOf(from))].length },
				{ delete: [...from].length },
				...(to === '' ? [] : [{ insert: to }])
			]);
			now = applyEdit(now, edit);
			return { edit, keepsReplaced };
		});
		const carried = carrierThrough(edits)(range);
		return carried.kind === 'orphaned'
			? { kind: carried.kind, before: positionMap(now).slice(0, carried.at) }
			: { kind: carried.kind, words: positionMap(now).slice(carried.range.start, carried.range.end) };
	};

	test('stays as it is without any, and moves with all that comes before it', () => {
		expect(through()).toEqual({ kind: 'moved', words: 'bij Sanne é' });
		expect(through(['Ik', 'Wij 👍🏽'], ['😀 ', ''])).toEqual({ kind: 'moved', words: 'bij Sanne é' });
	});

	test('has changed once any of them was inside it, and goes along with a pseudonym', () => {
		expect(through(['Sanne', 'Jo'], ['Ik', 'Wij'])).toEqual({ kind: 'changed', words: 'bij Jo é' });
		expect(through(['Ik', 'Wij'], ['bij Sanne é', '[NAAM_1]', true])).toEqual({ kind: 'changed', words: '[NAAM_1]' });
	});

	test('is gone once its words are, and where they stood goes on', () => {
		expect(through(['bij Sanne é', ''], ['Ik', 'Wij'])).toEqual({ kind: 'orphaned', before: 'Wij 😀 woon ' });
	});
});
