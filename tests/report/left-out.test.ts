import { expect, test } from 'vitest';
import { leftOutSentence, united, type LeftOut } from '#lib/report/left-out.ts';

const leftOut: readonly LeftOut[] = [
	{ kind: 'more-figures', place: 'Veiligheid', n: 2 },
	{ kind: 'small-group', place: 'Batau', group: 'resident', smallest: 3 },
	{ kind: 'undecided', place: 'Veiligheid', n: 1 },
	{ kind: 'more-figures', place: 'Gezondheid', n: 1 },
	{ kind: 'block', place: 'Wonen', state: 'changed', n: 1 },
	{ kind: 'more-figures', place: 'Wonen', n: 3 },
	{ kind: 'block', place: 'Wonen', state: 'gone', n: 1 },
	{ kind: 'small-group', place: 'Batau', group: 'professional', smallest: 3 }
];

test('what is left out alike in several places is told in one line, with all of them and all together', () => {
	expect(united(leftOut, 'nl')).toEqual([
		{ kind: 'more-figures', place: 'Veiligheid, Gezondheid en Wonen', n: 6 },
		{ kind: 'small-group', place: 'Batau', group: 'resident', smallest: 3 },
		{ kind: 'undecided', place: 'Veiligheid', n: 1 },
		{ kind: 'block', place: 'Wonen', state: 'changed', n: 1 },
		{ kind: 'block', place: 'Wonen', state: 'gone', n: 1 },
		{ kind: 'small-group', place: 'Batau', group: 'professional', smallest: 3 }
	]);
	const [figures] = united(leftOut, 'nl').map((left) => leftOutSentence(left, 'nl'));
	expect(figures).toBe('Veiligheid, Gezondheid en Wonen: 6 andere cijfers staan alleen bij cijfers en stemmen.');
	expect(united([], 'en')).toEqual([]);
});
