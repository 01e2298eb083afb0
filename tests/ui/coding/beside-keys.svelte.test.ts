import { afterEach, beforeEach, expect, it } from 'vitest';
import { keysBeside } from '#lib/ui/coding/beside/beside-keys.ts';
import { DeskSettings } from '#lib/ui/coding/desk-settings.svelte.ts';
import { deskOf } from './desk-of.ts';

beforeEach(() => localStorage.clear());
afterEach(() => localStorage.clear());

/** The pane with its text, and which turns and codings its keys led to. */
const pane = () => {
	const desk = deskOf();
	const turns: number[] = [];
	desk.reader = {
		focusTurn: (ordinal) => void turns.push(ordinal),
		reveal: () => {},
		restoreSelection: () => {},
		showFragment: () => {},
		holdFocus: () => {}
	};
	const press = (key: string, more: KeyboardEventInit = {}) => {
		const event = new KeyboardEvent('keydown', { key, cancelable: true, ...more });
		keysBeside(desk)(event);
		return event.defaultPrevented;
	};
	return { desk, turns, press };
};

it('obeys the keys of the pane as this person has them on the desk', () => {
	const { desk, turns, press } = pane();
	expect([press('j'), press('n')]).toEqual([true, true]);
	expect([turns.length > 0, desk.chosenId]).toEqual([true, 'kept']);
	new DeskSettings('me').set({ keys: { 'next-turn': '>', 'next-coding': null } });
	expect([press('j'), press('n'), press('>', { shiftKey: true })]).toEqual([false, false, true]);
});

it('leaves single keys alone once they are switched off; arrows go on', () => {
	const { press } = pane();
	new DeskSettings('me').set({ singleKeys: false });
	expect([press('j'), press('k'), press('n'), press('p')]).toEqual([false, false, false, false]);
	expect([press('ArrowDown'), press('Home')]).toEqual([true, true]);
});
