import { expect, test } from 'vitest';
import { aboutLink } from '#lib/ui/memo/memo-words.ts';
import { countByTurn } from '#lib/ui/memo/count-by-turn.ts';

const place = {
	...{ sourceId: 's', sourceTitle: 'VOL-B-01', reference: 'VOL-B-01 · 2025 · beurt 3', turn: 3, codeId: 'c' },
	...{ codePath: 'Wonen › Groen', caseLabel: null, quote: null, isRemoved: true }
};

test('a memo on a coding that was taken away says of which code and where, and leads to the turn', () => {
	expect(aboutLink('p', { about: { kind: 'coding', codingId: 'x' }, place })).toEqual({
		words: 'De codering is weggehaald: Wonen › Groen, VOL-B-01 · 2025 · beurt 3',
		href: '/projects/p/sources/s?turn=3'
	});
	expect(aboutLink('p', { about: { kind: 'coding', codingId: 'x' }, place: { ...place, isRemoved: false } }).href).toBe(
		'/projects/p/sources/s?coding=x'
	);
});

test('a memo on a code that was deleted says which code that was, and leads nowhere', () => {
	expect(aboutLink('p', { about: { kind: 'code', codeId: 'c' }, place })).toEqual({
		words: 'De code is verwijderd: Wonen › Groen',
		href: null
	});
});

test('it does not count at the turn where its coding was', () => {
	expect(countByTurn([{ place }, { place: { ...place, isRemoved: false } }])).toEqual(new Map([[3, 1]]));
});
