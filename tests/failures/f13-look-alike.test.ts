import { expect, test } from 'vitest';
import { carryCodings } from '../../src/lib/domain/coding/carry-codings.ts';
import { diffTexts } from '../../src/lib/domain/text/diff.ts';
import { positionMap } from '../../src/lib/domain/text/position.ts';
import { markedOne } from '../support/marked.ts';

/** F13: a passage was matched to a sentence that looks like it, sure and wrong. A deleted passage is loose, never elsewhere. */
test.each<[string, string]>([
	['the same sentence elsewhere', 'R: Nou.\nR: Het park 😀 is mooi.'],
	['one that looks like it', 'R: Nou.\nR: Het park 😀 is niet mooi.']
])('is loose when its words go, with %s in the text', (_, after) => {
	const { text, range } = markedOne('R: <a>Het park 😀 is mooi.</a>\nR: Nou.\nR: Het park 😀 is mooi.');
	const gone = text.replace('Het park 😀 is mooi.\nR: ', '');
	const target = after.endsWith('is mooi.') ? gone : gone.replace('is mooi', 'is niet mooi');
	const coding = { id: 'one', range, codeId: 'code', coderId: 'me', codedAt: '2025' };
	const edit = [{ retain: 3 }, { delete: range.end - range.start + 4 }];
	expect(carryCodings([coding], edit, positionMap(gone))).toMatchObject([{ kind: 'orphaned' }]);
	// The same by comparing files: what is kept is a place, not a likeness.
	const fates = carryCodings([coding], diffTexts(text, target), positionMap(target));
	expect(fates).toMatchObject([{ kind: 'orphaned' }]);
});

test('words that share only the spaces between them are not the same passage', () => {
	const { text, range } = markedOne('Ja, <a>ik woon hier</a>.');
	const after = text.replace('ik woon hier', 'het park is');
	const coding = { id: 'one', range, codeId: 'code', coderId: 'me', codedAt: '2025' };
	expect(carryCodings([coding], diffTexts(text, after), positionMap(after))).toMatchObject([{ kind: 'orphaned' }]);
});
