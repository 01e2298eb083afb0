import { expect, test } from 'vitest';
import { sayImpact } from '#lib/ui/codebook/impact.ts';

/** What a change touches is told in interviews, but only when all texts that it touches are interviews. */

const touched = { codings: 41, interviews: 9 };

test('nine interviews are nine interviews', () => {
	expect(sayImpact({ ...touched, otherTexts: 0 })).toBe('Dit raakt 41 coderingen in 9 gesprekken.');
});

test('nine texts with an observation among them are no nine interviews', () => {
	expect(sayImpact({ ...touched, otherTexts: 2 })).toBe('Dit raakt 41 coderingen in 9 teksten.');
});

test('one observation is a text', () => {
	expect(sayImpact({ codings: 1, interviews: 1, otherTexts: 1 })).toBe('Dit raakt 1 codering in 1 tekst.');
});
