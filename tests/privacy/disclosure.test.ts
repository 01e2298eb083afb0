import { expect, test } from 'vitest';
import { smallCells, type DisclosedInterview } from '#lib/privacy/disclosure.ts';

const interview = (
	areaId: string,
	group: 'resident' | 'professional',
	...functionGroups: string[]
): DisclosedInterview => ({ areaId, areaName: areaId, group, functionGroups });

test('a cell of area, group and function group with fewer than three interviews is small; an empty one is not', () => {
	const cells = smallCells(
		[
			interview('Zuid', 'resident'),
			interview('Batau', 'resident'),
			interview('Batau', 'resident'),
			interview('Batau', 'resident'),
			interview('Batau', 'professional', 'zorg'),
			interview('Batau', 'professional', 'zorg'),
			interview('Batau', 'professional', 'welzijn')
		],
		3
	);
	expect(
		cells.map(({ areaName, group, functionGroup, interviews }) => [areaName, group, functionGroup, interviews])
	).toEqual([
		['Batau', 'professional', 'welzijn', 1],
		['Batau', 'professional', 'zorg', 2],
		['Zuid', 'resident', null, 1]
	]);
});

test('a group interview is one interview, also when two of its people have the same function', () => {
	const cells = smallCells([interview('Batau', 'professional', 'zorg', 'zorg', 'wonen')], 3);
	expect(cells.map(({ functionGroup, interviews }) => [functionGroup, interviews])).toEqual([
		['wonen', 1],
		['zorg', 1]
	]);
});

test('the number is a setting', () => {
	const three = Array.from({ length: 3 }, () => interview('Batau', 'resident'));
	expect(smallCells(three, 3)).toEqual([]);
	expect(smallCells(three, 4)).toHaveLength(1);
});
