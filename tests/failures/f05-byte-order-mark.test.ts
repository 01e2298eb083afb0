import { expect, test } from 'vitest';
import { settleEdit } from '../../src/lib/domain/text/settle-edit.ts';

/** F5: a byte order mark shifts the codes. One that is pasted with other words is no character of the text. */
test('a mark in what is pasted is left out', () => {
	expect(settleEdit('de wijk', [{ retain: 3 }, { insert: '\uFEFFmooie ' }])).toMatchObject({
		value: { text: 'de mooie wijk', edit: [{ retain: 3 }, { insert: 'mooie ' }] }
	});
	expect(settleEdit('de wijk', [{ insert: '\uFEFF' }])).toEqual({ ok: true, value: null });
});
