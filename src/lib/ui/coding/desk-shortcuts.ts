import { m } from '#lib/paraglide/messages.js';

/** Keys that do one thing; each inner list is pressed together. */
export type Shortcut = { readonly keys: readonly (readonly string[])[]; readonly does: string };

/** The keys of the coding desk, in the order of the work; also shown on the help page. */
export const deskShortcuts = (): readonly Shortcut[] => [
	{ keys: [['↑'], ['↓'], ['J'], ['K']], does: m.shell_help_keys_move() },
	{ keys: [['Home'], ['End']], does: m.shell_help_keys_ends() },
	{ keys: [['Enter']], does: m.shell_help_keys_select() },
	{ keys: [['C']], does: m.shell_help_keys_picker() },
	{ keys: [['V'], ['A'], ['G'], ['B'], ['0']], does: m.shell_help_keys_valence() },
	{ keys: [['1'], ['…'], ['9']], does: m.shell_help_keys_recent() },
	{ keys: [['.']], does: m.shell_help_keys_repeat() },
	{ keys: [['N'], ['P']], does: m.shell_help_keys_coded() },
	{ keys: [['F']], does: m.shell_help_keys_find() },
	{ keys: [['U']], does: m.shell_help_keys_uncoded() },
	{ keys: [['['], [']']], does: m.shell_help_keys_start() },
	{ keys: [['{'], ['}']], does: m.shell_help_keys_end() },
	{ keys: [['S'], ['E']], does: m.shell_help_keys_split() },
	{ keys: [['*']], does: m.shell_help_keys_important() },
	{ keys: [['X']], does: m.shell_help_keys_marker() },
	{ keys: [['L']], does: m.shell_help_keys_only() },
	{ keys: [['M']], does: m.shell_help_keys_memo() },
	{ keys: [['W']], does: m.memo_key_write() },
	{ keys: [['Delete']], does: m.shell_help_keys_delete() },
	{ keys: [['/']], does: m.shell_help_keys_search() },
	{ keys: [['Ctrl', 'Z']], does: m.shell_help_keys_undo() },
	{ keys: [['Esc']], does: m.shell_help_keys_escape() },
	{ keys: [['?']], does: m.shell_help_keys_all() }
];
