import { expect, test } from 'vitest';
import { settleEdit } from '../../src/lib/domain/text/settle-edit.ts';

/** F6: a line end of Windows counted as one or two. In a text it is one character, whatever was pasted. */
test('every kind of line end that is put in is one line end', () => {
	for (const insert of ['a\nb ', 'a\r\nb ', 'a\rb '])
		expect(settleEdit('de wijk', [{ insert }])).toMatchObject({ value: { text: 'a\nb de wijk' } });
});
