import fc from 'fast-check';
import { expect, test } from 'vitest';
import { carryCodings } from '../../src/lib/domain/coding/carry-codings.ts';
import { applyEdit } from '../../src/lib/domain/text/edit.ts';
import { positionMap } from '../../src/lib/domain/text/position.ts';
import { settleEdit } from '../../src/lib/domain/text/settle-edit.ts';
import { editedText } from '../support/random-edit.ts';

/** F8: replacing words while editing shifts later codes. Any edit, any passages: what is not touched keeps its words. */
test('whatever is edited, untouched passages keep their words and none is lost', () => {
	fc.assert(
		fc.property(editedText, ({ text: raw, operations, ranges }) => {
			const text = raw.normalize('NFC');
			const before = positionMap(text);
			const settled = settleEdit(text, operations);
			fc.pre(settled.ok && settled.value !== null);
			if (!settled.ok || !settled.value) return;
			const after = positionMap(settled.value.text);
			expect(applyEdit(text, settled.value.edit)).toBe(settled.value.text);
			const codings = ranges
				.filter(({ end }) => end <= before.length)
				.map((range, at) => ({ id: String(at), range, codeId: String(at), coderId: 'x', codedAt: '2025' }));
			const fates = carryCodings(codings, settled.value.edit, after);
			expect(fates.map(({ id }) => id)).toEqual(codings.map(({ id }) => id));
			for (const fate of fates) {
				const was = codings[Number(fate.id)]?.range;
				if (fate.kind !== 'moved' || !was) continue;
				expect(after.slice(fate.range.start, fate.range.end)).toBe(before.slice(was.start, was.end));
			}
		})
	);
});
