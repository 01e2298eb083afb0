import { describe, expect, test } from 'vitest';
import { applyCodes, placeRange } from '../../../src/lib/domain/coding/apply.ts';
import { changeCoding, checkRestore } from '../../../src/lib/domain/coding/change.ts';
import { noValences } from '../../../src/lib/domain/coding/valence.ts';
import { positionMap } from '../../../src/lib/domain/text/position.ts';
import { goldenVectors } from '../../support/golden-vectors.ts';
import { markedOne } from '../../support/marked.ts';

const codes = new Map([
	['groen', { isCodable: true }],
	['wonen', { isCodable: false }]
]);
const source = { status: 'released', version: 3 } as const;

describe('a range on its text', () => {
	test('gets its words and 32 characters on both sides, counted in code points', () => {
		const { text, range } = markedOne(`${'😀'.repeat(40)}<a>één 👨‍👩‍👧 wijk</a>${'é'.repeat(40)}`);
		expect(placeRange(positionMap(text), range.start, range.end)).toEqual({
			ok: true,
			value: { range, anchor: { quote: 'één 👨‍👩‍👧 wijk', prefix: '😀'.repeat(32), suffix: 'é'.repeat(32) } }
		});
	});

	test.each(goldenVectors)('of $name has its length in code points', ({ text, codePoints }) => {
		const map = positionMap(`${text}!`);
		const placed = placeRange(map, 0, codePoints);
		expect(placed.ok && placed.value.anchor).toEqual({ quote: text, prefix: '', suffix: '!' });
	});

	test.each([' ', '\n\n', '\t', '\u00a0', '\u2003'])('that holds only white space (%j) is refused', (space) => {
		expect(placeRange(positionMap(`a${space}b`), 1, 1 + space.length)).toMatchObject({
			ok: false,
			problems: [{ code: 'range-empty' }]
		});
	});
});

test('the first reason counts: source, then range, then codes, then valences', () => {
	const map = positionMap('Ik woon hier');
	const wrong = { version: 2, start: 9, end: 1, codeIds: ['wonen'], valences: ['good', 'improve'] } as const;
	const codeOf = (asked: Parameters<typeof applyCodes>[3], status: 'released' | 'restricted' = 'released') => {
		const result = applyCodes({ ...source, status }, map, codes, asked);
		return result.ok ? null : result.problems[0]?.code;
	};
	expect(codeOf(wrong, 'restricted')).toBe('source-not-released');
	expect(codeOf(wrong)).toBe('version-conflict');
	expect(codeOf({ ...wrong, version: 3 })).toBe('range-reversed');
	expect(codeOf({ ...wrong, version: null, start: 0 })).toBe('code-not-codable');
	expect(codeOf({ ...wrong, version: null, start: 0, codeIds: ['groen'] })).toBe('valence-axis-twice');
	expect(codeOf({ version: null, start: 0, end: 1, codeIds: ['groen'], valences: ['good', 'forward'] })).toBeNull();
});

describe('a coding that changes', () => {
	const coding = {
		id: 'c',
		sourceId: 's',
		version: 3,
		range: { start: 0, end: 2 },
		quote: 'Ik',
		prefix: '',
		suffix: ' woon hier',
		codeId: 'groen',
		coderId: 'p',
		valences: noValences,
		memo: 'm',
		isImportant: true,
		layer: 'shared',
		codedAt: '2025-06-01T09:00:00.000Z',
		codeSetAt: '2025-06-01T09:00:00.000Z'
	} as const;
	const map = positionMap('Ik woon hier');

	test('keeps everything that is not named', () => {
		expect(changeCoding(source, map, codes, coding, {})).toEqual({ ok: true, value: coding });
	});

	test('grows at one end', () => {
		const changed = changeCoding(source, map, codes, coding, { end: 7 });
		expect(changed.ok && changed.value).toMatchObject({
			range: { start: 0, end: 7 },
			quote: 'Ik woon',
			suffix: ' hier'
		});
	});

	test('stays as it is when the text has moved on', () => {
		const changed = changeCoding({ ...source, version: 4 }, map, codes, coding, { memo: 'x' });
		expect(changed).toMatchObject({
			ok: false,
			problems: [{ code: 'version-conflict', params: { version: 3, present: 4 } }]
		});
		expect(checkRestore({ ...source, version: 4 }, coding).ok).toBe(false);
		expect(checkRestore(source, coding).ok).toBe(true);
		expect(checkRestore({ ...source, status: 'restricted' }, coding).ok).toBe(false);
	});
});
