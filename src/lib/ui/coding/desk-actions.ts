import { valences } from '#lib/domain/coding/valence.ts';
import type { CodeId } from '#lib/domain/project/ids.ts';
import { m } from '#lib/paraglide/messages.js';
import { toasts } from '../dialog/toasts.svelte.ts';
import { nextCodingKey, sayChooseFirst } from './choose-first.ts';
import { applyCodes, removeCoding, setValence } from './coding-by-hand.ts';
import type { DeskState } from './desk-state.svelte.ts';
import { edgeKeys } from './edge-keys.ts';
import { keyCap, keyOf, type Keyed, type OwnKeys } from './key-map.ts';
import { chooseNext, goBy, goToUncoded } from './moving.ts';
import { startInVivo } from './new-code.ts';
import { slotCount } from './recents.ts';
import { resize, split, toggleImportant, unite } from './reshaping.ts';
import { nextColours, showOnly, toggleAside, togglePanel } from './showing.ts';
import { openPicker } from './picking.ts';
import { mark, tie } from './codes-at-hand.ts';

/** What the page does for a key that is not about codings. */
export type PageKeys = {
	readonly focusSearch: () => void;
	/** asked when a coding is chosen */
	readonly focusMemo: () => void;
	readonly writeMemo: () => void;
	readonly openHelp: () => void;
	readonly openBeside: () => void;
};

/** What an action works on. */
export type At = { readonly desk: DeskState; readonly page: PageKeys; readonly now: () => Date };

/** One single key of the desk. Actions with the same `says` stand on one line of the list of keys. */
export type DeskAction = Keyed & {
	readonly says: () => string;
	/** what this one does, where `says` is about several */
	readonly part?: () => string;
	readonly does: (at: At) => void;
};

const valenceParts = {
	forward: m.shell_valence_forward_short,
	backward: m.shell_valence_backward_short,
	good: m.shell_valence_good_short,
	improve: m.shell_valence_improve_short
};

const valenceActions = valences.map(({ key, shortcut }): DeskAction => ({
	id: key,
	key: shortcut.toLowerCase(),
	says: m.shell_help_keys_valence,
	part: valenceParts[key],
	does: ({ desk }) => setValence(desk, key)
}));

const edgeActions = edgeKeys.map(({ move, ...keyed }): DeskAction => ({
	...keyed,
	says: move.edge === 'start' ? m.shell_help_keys_start : m.shell_help_keys_end,
	does: ({ desk }) => resize(desk, move)
}));

const slot = (number: number): DeskAction => ({
	id: `slot-${number}`,
	key: String(number),
	says: m.shell_help_keys_recent,
	part: () => m.desk_key_slot({ n: number }),
	does: ({ desk, now }) => applySlot(desk, number, now())
});

/** All single keys of the desk, in the order of the work. Handling, the list of keys and the help page follow from it. */
export const deskActions: readonly DeskAction[] = [
	{
		id: 'next-turn',
		key: 'j',
		says: m.shell_help_keys_move,
		part: m.desk_key_next_turn,
		does: ({ desk }) => goBy(desk, 1)
	},
	{
		id: 'previous-turn',
		key: 'k',
		says: m.shell_help_keys_move,
		part: m.desk_key_previous_turn,
		does: ({ desk }) => goBy(desk, -1)
	},
	{ id: 'picker', key: 'c', says: m.shell_help_keys_picker, does: ({ desk }) => openPicker(desk) },
	{ id: 'in-vivo', key: 'i', says: m.proposal_key_in_vivo, does: ({ desk }) => startInVivo(desk) },
	...valenceActions,
	{
		id: 'no-valence',
		key: '0',
		says: m.shell_help_keys_valence,
		part: m.desk_key_no_valence,
		does: ({ desk }) => setValence(desk, null)
	},
	...Array.from({ length: slotCount }, (_, index) => slot(index + 1)),
	{ id: 'favourite', key: 'h', says: m.desk_key_favourite, does: ({ desk }) => toggleFavourite(desk) },
	{ id: 'repeat', key: '.', says: m.shell_help_keys_repeat, does: ({ desk, now }) => repeat(desk, now()) },
	{
		...nextCodingKey,
		says: m.shell_help_keys_coded,
		part: m.desk_key_next_coding,
		does: ({ desk }) => chooseNext(desk, 1)
	},
	{
		id: 'previous-coding',
		key: 'p',
		says: m.shell_help_keys_coded,
		part: m.desk_key_previous_coding,
		does: ({ desk }) => chooseNext(desk, -1)
	},
	{ id: 'find', key: 'f', says: m.shell_help_keys_find, does: ({ desk }) => desk.find.open() },
	{ id: 'uncoded', key: 'u', says: m.shell_help_keys_uncoded, does: ({ desk }) => goToUncoded(desk) },
	...edgeActions,
	{
		id: 'split',
		key: 's',
		says: m.shell_help_keys_split,
		part: m.desk_key_split,
		does: ({ desk, now }) => split(desk, now())
	},
	{ id: 'unite', key: 'e', says: m.shell_help_keys_split, part: m.desk_key_unite, does: ({ desk }) => unite(desk) },
	{ id: 'important', key: '*', says: m.shell_help_keys_important, does: ({ desk }) => toggleImportant(desk) },
	{ id: 'marker', key: 'x', says: m.shell_help_keys_marker, does: ({ desk }) => toggleMarker(desk) },
	{ id: 'only', key: 'l', says: m.shell_help_keys_only, does: ({ desk }) => toggleOnly(desk) },
	{ id: 'colours', key: 'o', says: m.desk_key_colours, does: ({ desk }) => nextColours(desk) },
	{ id: 'soft-aside', key: 'd', says: m.desk_key_soft_aside, does: ({ desk }) => toggleAside(desk) },
	{ id: 'codes-panel', key: 'q', says: m.desk_key_codes_panel, does: ({ desk }) => togglePanel(desk, 'codes') },
	{
		id: 'fragment-panel',
		key: 'r',
		says: m.desk_key_fragment_panel,
		does: ({ desk }) => togglePanel(desk, 'fragment')
	},
	{
		id: 'memo',
		key: 'm',
		says: m.shell_help_keys_memo,
		does: ({ desk, page }) => (desk.chosen ? page.focusMemo() : sayChooseFirst(desk))
	},
	{ id: 'write-memo', key: 'w', says: m.memo_key_write, does: ({ page }) => page.writeMemo() },
	{ id: 'beside', key: 't', says: m.shell_help_keys_beside, does: ({ page }) => page.openBeside() },
	{ id: 'delete', key: 'delete', says: m.shell_help_keys_delete, does: ({ desk }) => removeChosen(desk) },
	{ id: 'search', key: '/', says: m.shell_help_keys_search, does: ({ page }) => page.focusSearch() },
	{ id: 'help', key: '?', says: m.shell_help_keys_all, does: ({ page }) => page.openHelp() }
];

/** The key that an action has now, by its id. */
export const keyFor = (own: OwnKeys, id: string): string | null => {
	const action = deskActions.find((other) => other.id === id);
	return action ? keyOf(action, own) : null;
};

const applySlot = (desk: DeskState, number: number, now: Date) => {
	const codeId = desk.own.slots[number - 1] ?? null;
	if (codeId === null)
		return desk.say(m.desk_slot_empty({ key: keyCap(keyFor(desk.settings.keys, `slot-${number}`) ?? String(number)) }));
	applyAgain(desk, codeId, now);
};

const repeat = (desk: DeskState, now: Date) => {
	const codeId = desk.own.last;
	if (codeId === undefined) return desk.say(m.desk_repeat_nothing());
	applyAgain(desk, codeId, now);
};

/** A code that was used before; somebody may have taken it from the codebook since. */
const applyAgain = (desk: DeskState, codeId: CodeId, now: Date) => {
	if (desk.codeOf(codeId)?.isCodable) applyCodes(desk, { codeIds: [codeId] }, now);
	else tellGone(desk, codeId);
};

const tellGone = (desk: DeskState, codeId: CodeId) =>
	toasts.say(m.desk_picker_gone({ n: 1, names: desk.nameOf(codeId) }));

const removeChosen = (desk: DeskState) => {
	if (!desk.chosen) return sayChooseFirst(desk);
	if (!desk.mayChange(desk.chosen)) return desk.say(m.desk_not_yours());
	removeCoding(desk, desk.chosen.id);
};

/** Ties the code of the chosen coding, or else the code used last, to the number it has or a free one; or unties it. */
const toggleFavourite = (desk: DeskState) => {
	const codeId = desk.chosen?.codeId ?? desk.own.last;
	if (codeId === undefined) return sayChooseFirst(desk);
	if (desk.own.numberOf(codeId) !== null) return tie(desk, codeId, null);
	const number = desk.own.looseNumberFor(codeId);
	if (number === null) return desk.say(m.desk_tied_all());
	tie(desk, codeId, number);
};

/** The code of the chosen coding, or else the code used last, becomes the marker. */
const toggleMarker = (desk: DeskState) => {
	if (desk.markerId !== null) return mark(desk, null);
	const codeId = desk.chosen?.codeId ?? desk.own.last;
	if (codeId === undefined) return sayChooseFirst(desk);
	if (desk.codeOf(codeId)?.isCodable) mark(desk, codeId);
	else tellGone(desk, codeId);
};

const toggleOnly = (desk: DeskState) => {
	if (desk.onlyId !== null) return showOnly(desk, null);
	if (!desk.chosen) return sayChooseFirst(desk);
	showOnly(desk, desk.chosen.codeId);
};
