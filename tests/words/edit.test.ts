import { expect, test } from 'vitest';
import { sayImpact } from '../../src/lib/words/edit.ts';

const none = { moved: 0, grown: 0, shrunk: 0, replaced: 0, orphaned: 0 };

test('what an edit hits is said in one sentence', () => {
	expect(sayImpact({ ...none, grown: 2, orphaned: 1 }, 'nl')).toBe('Raakt 3 coderingen: 2 gegroeid en 1 los.');
	expect(sayImpact({ ...none, moved: 4, shrunk: 1 }, 'nl')).toBe(
		'Raakt 1 codering: 1 korter. 4 andere coderingen blijven op hun woorden.'
	);
	expect(sayImpact({ ...none, replaced: 1 }, 'en')).toBe('Hits 1 coding: 1 with other words.');
});

test('an edit that hits nothing says so', () => {
	expect(sayImpact({ ...none, moved: 12 }, 'nl')).toBe('Raakt geen enkele codering. 12 blijven op hun woorden.');
});
