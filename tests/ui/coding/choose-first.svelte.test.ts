import { afterEach, expect, test } from 'vitest';
import { m } from '#lib/paraglide/messages.js';
import { setValence } from '#lib/ui/coding/coding-by-hand.ts';
import { deskActions } from '#lib/ui/coding/desk-actions.ts';
import type { DeskState } from '#lib/ui/coding/desk-state.svelte.ts';
import { deskOf } from './desk-of.ts';

/** The desk names a key as it is set now, and none that does not work. */

afterEach(() => localStorage.clear());

const saidWithoutCoding = (desk: DeskState): string => {
	setValence(desk, 'forward');
	return desk.announcement.trim();
};

test('what to press for the first coding is the key as it is set', () => {
	const desk = deskOf();
	expect(saidWithoutCoding(desk)).toBe(m.desk_choose_coding_first_key({ key: 'N' }));
	desk.settings.set({ keys: { 'next-coding': 'z' } });
	expect(saidWithoutCoding(desk)).toBe(m.desk_choose_coding_first_key({ key: 'Z' }));
});

test('no key is named when it was taken away, or when single keys are off', () => {
	const desk = deskOf();
	desk.settings.set({ keys: { 'next-coding': null } });
	expect(saidWithoutCoding(desk)).toBe(m.desk_choose_coding_first());
	desk.settings.set({ keys: {}, singleKeys: false });
	expect(saidWithoutCoding(desk)).toBe(m.desk_choose_coding_first());
});

test('an empty number is named by the key that was pressed', () => {
	const desk = deskOf();
	desk.settings.set({ keys: { 'slot-3': 'y' } });
	const page = {
		...{ focusSearch: () => {}, focusMemo: () => {}, writeMemo: () => {} },
		...{ openHelp: () => {}, openBeside: () => {} }
	};
	deskActions.find(({ id }) => id === 'slot-3')?.does({ desk, page, now: () => new Date() });
	expect(desk.announcement.trim()).toBe(m.desk_slot_empty({ key: 'Y' }));
});
