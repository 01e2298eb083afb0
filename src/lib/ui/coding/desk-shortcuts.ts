import { m } from '#lib/paraglide/messages.js';
import { deskActions } from './desk-actions.ts';
import { keyCap, keyOf, noOwnKeys, type OwnKeys } from './key-map.ts';

/** Keys that do one thing; each inner list is pressed together. */
export type Shortcut = { readonly keys: readonly (readonly string[])[]; readonly does: string };

/** Keys that always work: they move, choose and close as everywhere. */
const always = (): readonly Shortcut[] => [
	{ keys: [['↑'], ['↓']], does: m.shell_help_keys_move() },
	{ keys: [['Home'], ['End']], does: m.shell_help_keys_ends() },
	{ keys: [['Enter']], does: m.shell_help_keys_select() },
	{ keys: [['F6']], does: m.shell_help_keys_panes() },
	{ keys: [['Ctrl', 'Z']], does: m.shell_help_keys_undo() },
	{ keys: [['Esc']], does: m.shell_help_keys_escape() }
];

/** The keys of the coding desk, as they are now: what is done by several keys on one line, what has no key left out. */
export const deskShortcuts = (own: OwnKeys = noOwnKeys): readonly Shortcut[] => {
	const lines = new Map(always().map(({ keys, does }) => [does, [...keys]]));
	for (const action of deskActions) {
		const key = keyOf(action, own);
		if (key === null) continue;
		const does = action.says();
		lines.set(does, [...(lines.get(does) ?? []), [keyCap(key)]]);
	}
	return [...lines].map(([does, keys]) => ({ keys, does }));
};
