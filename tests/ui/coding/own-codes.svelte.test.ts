import { beforeEach, describe, expect, it } from 'vitest';
import { OwnCodes } from '#lib/ui/coding/own-codes.svelte.ts';

const codes = (person = 'anna') => {
	const own = new OwnCodes('project', person);
	own.read(() => true);
	return own;
};
beforeEach(() => localStorage.clear());

describe('the codes a person has at hand', () => {
	it('are there at the next visit, for that person alone', () => {
		const own = codes();
		for (const id of ['park', 'buren']) own.use(id);
		own.tie('park', 5);
		const again = codes();
		expect(again.last).toBe('buren');
		expect(again.numberOf('park')).toBe(5);
		expect(codes('bram').numberOf('park')).toBeNull();
		expect(codes('bram').last).toBeUndefined();
	});

	it('are what the browser kept for all before, for who comes first, and once', () => {
		localStorage.setItem('wijkstem.recents.project', JSON.stringify({ slots: ['park'], lastUsed: ['park'] }));
		const own = codes();
		expect(own.last).toBe('park');
		expect(codes('bram').last).toBeUndefined();
		own.use('buren');
		localStorage.setItem('wijkstem.recents.project', JSON.stringify({ slots: ['weg'], lastUsed: ['weg'] }));
		expect(codes().last).toBe('buren');
		expect(localStorage.getItem('wijkstem.recents.project')).toBeNull();
	});

	it('do not hold what is no code any more', () => {
		const own = codes();
		for (const id of ['park', 'weg']) own.use(id);
		own.tie('weg', 2);
		own.forget('weg');
		expect(own.last).toBe('park');
		const again = new OwnCodes('project', 'anna');
		again.read((id) => id !== 'weg');
		expect([again.last, again.numberOf('weg')]).toEqual(['park', null]);
	});

	it('are tied to the number they have by use, else to a free one, else to one that nothing is tied to', () => {
		const own = codes();
		own.use('a');
		own.use('b');
		expect([own.looseNumberFor('b'), own.looseNumberFor('new')]).toEqual([2, 3]);
		for (const id of 'cdefghi') own.use(id);
		own.tie('a', 1);
		expect(own.looseNumberFor('new')).toBe(2);
	});

	it('have no number left when all nine are tied', () => {
		const own = codes();
		[...'abcdefghi'].forEach((id, index) => own.tie(id, index + 1));
		expect(own.looseNumberFor('new')).toBeNull();
	});
});
