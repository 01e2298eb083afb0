import { expect, test } from 'vitest';
import { settleEdit } from '../../src/lib/domain/text/settle-edit.ts';

/** F3: a letter with a loose accent counts two. What is typed or pasted is brought into the one form before it is stored. */
test('an accent that is typed loose gives the same edit as the letter with its accent', () => {
	const text = 'Een park 😀.';
	const [loose, one] = ['cafe\u0301 ', 'caf\u00e9 '].map((insert) => settleEdit(text, [{ retain: 4 }, { insert }]));
	expect(loose).toEqual(one);
	expect(one).toMatchObject({ value: { text: 'Een café park 😀.' } });
});

test('an accent that is put behind a letter of the text replaces that letter', () => {
	expect(settleEdit('cafe', [{ retain: 4 }, { insert: '\u0301' }])).toMatchObject({
		value: { text: 'café', edit: [{ retain: 3 }, { insert: 'é' }, { delete: 1 }] }
	});
});
