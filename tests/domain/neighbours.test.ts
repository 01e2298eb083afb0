import { expect, test } from 'vitest';
import { placeBeside } from '#lib/domain/neighbours.ts';
import { movedTo } from '#lib/domain/order.ts';

const all = ['a1', 'b1', 'a2', 'b2', 'a3'];
const among = ['a1', 'a2', 'a3'];
const after = (id: string, step: 'up' | 'down') => {
	const place = placeBeside(all, among, id, step);
	return place === null ? null : movedTo(all, id, place);
};

test('one step up or down passes the neighbour of its own group, whatever stands between', () => {
	expect(after('a2', 'up')).toEqual(['a2', 'a1', 'b1', 'b2', 'a3']);
	expect(after('a2', 'down')).toEqual(['a1', 'b1', 'b2', 'a3', 'a2']);
});

test('the first cannot go up, the last cannot go down, and a stranger nowhere', () => {
	expect([after('a1', 'up'), after('a3', 'down'), after('b1', 'up')]).toEqual([null, null, null]);
});
