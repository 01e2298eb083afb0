import { expect, test } from 'vitest';
import { carrier } from '../../src/lib/domain/text/carry.ts';
import { diffTexts } from '../../src/lib/domain/text/diff.ts';
import { applyEdit } from '../../src/lib/domain/text/edit.ts';
import { positionMap } from '../../src/lib/domain/text/position.ts';
import { settleEdit } from '../../src/lib/domain/text/settle-edit.ts';
import { goldenVectors } from '../support/golden-vectors.ts';

/**
 * F1, F4: the browser counts UTF-16 and the server code points, so everything after an emoji drifts. Words put in before,
 * and corrections of, every golden vector leave what is coded behind it on its words.
 */
test.each(goldenVectors)('what is coded behind $name stays on its words', ({ text, codePoints }) => {
	const before = `${text} de wijk`;
	const start = codePoints + 1;
	const range = { start, end: start + 7 };
	expect(positionMap(before).slice(range.start, range.end)).toBe('de wijk');
	for (const after of [`👍🏽 ${before}`, before.replace(text, `${text}${text}`), before.replace(text, 'x')]) {
		const carried = carrier(diffTexts(before, after))(range);
		expect(carried.kind).toBe('moved');
		if (carried.kind !== 'moved') continue;
		expect(positionMap(after).slice(carried.range.start, carried.range.end)).toBe('de wijk');
	}
	const settled = settleEdit(before.normalize('NFC'), [{ insert: text }]);
	expect(settled.ok && settled.value && applyEdit(before.normalize('NFC'), settled.value.edit)).toBe(
		(text + before).normalize('NFC')
	);
});
