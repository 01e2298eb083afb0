import { expect, test } from 'vitest';
import { sayDifference } from '#lib/words/figure-difference.ts';

test.each([
	[{ part: 'referenceYear', from: 2020, to: 2021, isNew: false }, 'peiljaar 2020 → 2021'],
	[{ part: 'n', from: 1000, to: 1200, isNew: false }, 'aantal 1.000 → 1.200'],
	[{ part: 'upper', from: 11.5, to: null, isNew: false }, 'bovengrens 11,5 → –'],
	[{ part: 'trendBreak', from: false, to: true, isNew: false }, 'trendbreuk'],
	[{ part: 'suppressed', from: true, to: false, isNew: false }, 'te weinig gevallen ja → nee'],
	[{ part: 'note', from: 'é 😀', to: '', isNew: false }, 'opmerking ‘é 😀’ → –'],
	[{ part: 'testedAgainst', from: null, to: 'Nulmeting', isNew: false }, 'getoetst tegen – → Nulmeting'],
	[{ part: 'testedChange', from: null, to: true, isNew: false }, 'verschil getoetst – → ja'],
	[{ part: 'testedChange', from: true, to: false, isNew: false }, 'verschil getoetst ja → nee'],
	[{ part: 'testedChange', from: null, to: false, isNew: true }, 'verschil getoetst nee'],
	[{ part: 'lower', from: null, to: 9.5, isNew: true }, 'ondergrens 9,5']
] as const)('%j is told as %s', (difference, told) => {
	expect(sayDifference(difference, 'nl')).toBe(told);
});
