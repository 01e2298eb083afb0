import { expect, test } from 'vitest';
import { isBsnReplaced } from '#lib/ui/api/bsn-notice.ts';

test('a number that was sent and came back as [BSN] is told; other numbers and older signs are not', () => {
	expect(isBsnReplaced('Zijn nummer is 111222333.', 'Zijn nummer is [BSN].')).toBe(true);
	expect(isBsnReplaced('Zijn nummer is 111.222.333.', 'Zijn nummer is [BSN].')).toBe(true);
	expect(isBsnReplaced('Bel 123456780 of [BSN]', 'Bel 123456780 of [BSN]')).toBe(false);
	expect(isBsnReplaced('Een gewone zin.', 'Tekst met [BSN]')).toBe(false);
});
