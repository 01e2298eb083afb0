import { expect, test } from 'vitest';
import { quotesAfterMerge } from '#lib/domain/report/quotes-after-merge.ts';

const quote = (codeId: string, codingId: string, pillarId = 'veilig') => ({
	...{ pillarId, areaId: 'wijk', fromWaveId: '2021', toWaveId: '2025' },
	...{ codeId, codingId }
});
const merge = { from: 'park', into: 'groen', pillarIds: ['veilig'], kept: new Map([['weg', 'blijft']]) };

test('chosen quotes go along with the code where the other is a theme, and with a coding that goes into another', () => {
	expect(
		quotesAfterMerge(
			[quote('park', 'a'), quote('park', 'b', 'wonen'), quote('elders', 'weg'), quote('elders', 'c')],
			merge
		)
	).toEqual([quote('groen', 'a'), quote('park', 'b', 'wonen'), quote('elders', 'blijft'), quote('elders', 'c')]);
});

test('one whose new place is taken stays; a place that was left is free for the next', () => {
	const both = [quote('park', 'weg'), quote('groen', 'blijft')];
	expect(quotesAfterMerge(both, merge)).toEqual(both);
	const chain = [quote('park', 'blijft'), quote('park', 'weg')];
	expect(quotesAfterMerge(chain, merge)).toEqual([quote('groen', 'blijft'), quote('park', 'weg')]);
});
