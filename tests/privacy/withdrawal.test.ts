import { expect, test } from 'vitest';
import { withdrawalOf, type Attached, type WithdrawnInterview } from '#lib/privacy/withdrawal.ts';

const attached = (change: Partial<Attached> = {}): Attached => ({
	versions: 1,
	characters: 100,
	turns: 4,
	codings: 3,
	memos: 1,
	mentions: 0,
	quotes: 1,
	reportQuotes: 1,
	publishedQuotes: 0,
	evidence: 0,
	proposals: 0,
	examples: 0,
	keys: 2,
	photos: 0,
	...change
});
const interview = (title: string, change: Partial<WithdrawnInterview> = {}): WithdrawnInterview => ({
	sourceId: title,
	title,
	others: [],
	attached: attached(),
	...change
});
const withdrawal = (interviews: readonly WithdrawnInterview[], lastDay: string | null = null) =>
	withdrawalOf({ interviews, values: 3, caseMemos: 1, lastDay, today: '2025-07-03' });

test('everything on all interviews is counted together', () => {
	const { total } = withdrawal([interview('A'), interview('B', { attached: attached({ codings: 4, keys: 0 }) })]);
	expect(total).toEqual(
		attached({ versions: 2, characters: 200, turns: 8, codings: 7, memos: 2, quotes: 2, reportQuotes: 2, keys: 2 })
	);
	expect(withdrawal([]).total).toMatchObject({ codings: 0, versions: 0 });
});

test('a group interview says that it takes the words of others along', () => {
	const others = [{ caseId: 'b', label: 'BAT-B-02' }];
	expect(
		withdrawal([interview('A'), interview('B', { others })]).interviews.map(({ takesOthers }) => takesOthers)
	).toEqual([false, true]);
});

test('after the last day it is late, on the day itself it is not', () => {
	expect(withdrawal([], '2025-07-02').isLate).toBe(true);
	expect(withdrawal([], '2025-07-03').isLate).toBe(false);
	expect(withdrawal([]).isLate).toBe(false);
});
