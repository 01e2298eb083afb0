import { m } from '#lib/paraglide/messages.js';
import type { DeskState } from './desk-state.svelte.ts';
import { keyCap, keyOf, type Keyed } from './key-map.ts';

/** The key that goes to the next coding. */
export const nextCodingKey: Keyed = { id: 'next-coding', key: 'n' };

/** Says that a coding has to be chosen first, and how: with a key only when there is one that works now. */
export const sayChooseFirst = (desk: DeskState): void => {
	const key = desk.settings.singleKeys ? keyOf(nextCodingKey, desk.settings.keys) : null;
	desk.say(key === null ? m.desk_choose_coding_first() : m.desk_choose_coding_first_key({ key: keyCap(key) }));
};
