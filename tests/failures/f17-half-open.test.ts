import { expect, test } from 'vitest';
import { carrier } from '../../src/lib/domain/text/carry.ts';
import { canonicalEdit } from '../../src/lib/domain/text/edit.ts';

/** F17: inclusive or exclusive end. A coding of one character stays one character, whatever happens at its borders. */
const one = { start: 3, end: 4 };

test.each<[string, readonly ({ retain: number } | { insert: string } | { delete: number })[], unknown]>([
	['words before it', [{ insert: '😀' }], { kind: 'moved', range: { start: 4, end: 5 } }],
	['words right before it', [{ retain: 3 }, { insert: '😀' }], { kind: 'moved', range: { start: 4, end: 5 } }],
	['words right behind it', [{ retain: 4 }, { insert: '😀' }], { kind: 'moved', range: one }],
	['the character before it gone', [{ retain: 2 }, { delete: 1 }], { kind: 'moved', range: { start: 2, end: 3 } }],
	['the character behind it gone', [{ retain: 4 }, { delete: 1 }], { kind: 'moved', range: one }],
	['itself gone', [{ retain: 3 }, { delete: 1 }], { kind: 'orphaned', at: 3 }]
])('one character with %s', (_, operations, expected) => {
	expect(carrier(canonicalEdit(operations))(one)).toEqual(expected);
});
