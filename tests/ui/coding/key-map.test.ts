import { describe, expect, it } from 'vitest';
import { deskActions } from '#lib/ui/coding/desk-actions.ts';
import { deskShortcuts } from '#lib/ui/coding/desk-shortcuts.ts';
import { edgeKeys } from '#lib/ui/coding/edge-keys.ts';
import { actionOf, canBeGiven, giveKey, keyOf, noOwnKeys, readOwnKeys } from '#lib/ui/coding/key-map.ts';

const action = (id: string) => {
	const found = deskActions.find((other) => other.id === id);
	if (!found) throw new Error(id);
	return found;
};
const given = (...changes: readonly (readonly [string, string | null])[]) =>
	changes.reduce((own, [id, key]) => {
		const after = giveKey(deskActions, own, action(id), key);
		if ('takenBy' in after) throw new Error(`taken by ${after.takenBy.id}`);
		return after.own;
	}, noOwnKeys);

describe('the single keys of the desk', () => {
	it('have each an id of their own, and a key of their own that can be given', () => {
		expect(new Set(deskActions.map(({ id }) => id)).size).toBe(deskActions.length);
		expect(new Set(deskActions.map(({ key }) => key)).size).toBe(deskActions.length);
		for (const { key } of deskActions) expect([key, canBeGiven(key), key]).toEqual([key, true, key.toLowerCase()]);
	});

	it('are the same for the ends of a passage in a list of quotes', () => {
		for (const { id, key } of edgeKeys) expect(action(id)).toMatchObject({ id, key });
	});

	it('do the same with capitals on', () => {
		expect(actionOf(deskActions, noOwnKeys, 'C')?.id).toBe('picker');
		expect(actionOf(deskActions, noOwnKeys, 'Delete')?.id).toBe('delete');
		expect(actionOf(deskActions, noOwnKeys, 'é')).toBeNull();
	});

	it('can be changed: the new key works and the old one does not', () => {
		const own = given(['picker', 'É']);
		expect(actionOf(deskActions, own, 'é')?.id).toBe('picker');
		expect(actionOf(deskActions, own, 'c')).toBeNull();
	});

	it('can be switched off, and the key is free for another action', () => {
		const own = given(['picker', null], ['find', 'c']);
		expect(keyOf(action('picker'), own)).toBeNull();
		expect(actionOf(deskActions, own, 'c')?.id).toBe('find');
	});

	it('tell which action has a key already, also its own first key', () => {
		expect(giveKey(deskActions, noOwnKeys, action('find'), 'c')).toMatchObject({ takenBy: { id: 'picker' } });
		const own = given(['picker', null], ['find', 'c']);
		expect(giveKey(deskActions, own, action('picker'), 'C')).toMatchObject({ takenBy: { id: 'find' } });
	});

	it('forget a change that leads back to the first key', () => {
		expect(giveKey(deskActions, given(['picker', 'ç']), action('picker'), 'c')).toEqual({ own: {} });
	});

	it('cannot be one that moves, chooses or closes', () => {
		for (const key of ['Enter', 'Escape', 'Tab', ' ', 'ArrowUp', 'Shift', '']) expect(canBeGiven(key)).toBe(false);
		expect(canBeGiven('😀')).toBe(true);
	});

	it('come back from what was kept, and anything unexpected counts as unchanged', () => {
		expect(readOwnKeys({ picker: 'Q', find: null, memo: 7, only: 'Enter' })).toEqual({ picker: 'q', find: null });
		expect(readOwnKeys(null)).toEqual({});
		expect(readOwnKeys('x')).toEqual({});
	});

	it('stand in the list as they are now, and not when they are off', () => {
		const lineOf = (own: Readonly<Record<string, string | null>>, key: string) =>
			deskShortcuts(own).find(({ keys }) => keys.some(([cap]) => cap === key));
		expect(lineOf({}, 'C')?.does).toBe(action('picker').says());
		expect(lineOf({ picker: 'q' }, 'Q')?.does).toBe(action('picker').says());
		expect(lineOf({ picker: 'q' }, 'C')).toBeUndefined();
		expect(deskShortcuts({ picker: null }).some(({ does }) => does === action('picker').says())).toBe(false);
		expect(lineOf({}, 'J')).toEqual(lineOf({}, '↑'));
	});
});
