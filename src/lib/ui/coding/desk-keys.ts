import { noValences, valences } from '#lib/domain/coding/valence.ts';
import { m } from '#lib/paraglide/messages.js';
import type { DeskState } from './desk-state.svelte.ts';
import { resize, split, toggleImportant, unite } from './reshaping.ts';

/** What the page does for a key that is not about codings. */
export type PageKeys = {
	readonly focusSearch: () => void;
	readonly focusMemo: () => void;
	readonly writeMemo: () => void;
	readonly openHelp: () => void;
};

/** Keys in the text. Single letters and digits can be switched off; arrows, Enter and Escape always work. */
export const keysInText =
	(desk: DeskState, page: PageKeys, now: () => Date) =>
	(event: KeyboardEvent): void => {
		if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
		const isOnTurn = event.target instanceof HTMLElement && event.target.dataset['turn'] !== undefined;
		if (isTyping(event.target)) return;
		const act = moves(desk, event, isOnTurn) ?? (desk.settings.singleKeys ? letters(desk, page, event, now) : null);
		if (!act) return;
		event.preventDefault();
		event.stopPropagation();
		act();
	};

/** Undo and redo, wherever the focus is except in a field that has its own. */
export const keysOnDesk =
	(desk: DeskState) =>
	(event: KeyboardEvent): void => {
		if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return;
		const key = event.key.toLowerCase();
		const isRedo = (key === 'z' && event.shiftKey) || (key === 'y' && !event.shiftKey);
		if (key !== 'z' && !isRedo) return;
		event.preventDefault();
		if (isRedo) desk.redo();
		else desk.undo();
	};

type Act = (() => void) | null;

const moves = (desk: DeskState, event: KeyboardEvent, isOnTurn: boolean): Act => {
	const { selection } = desk;
	const isChoosing = selection.range !== null && selection.origin === 'keys';
	switch (event.key) {
		case 'ArrowDown':
			return event.shiftKey ? null : () => goBy(desk, 1);
		case 'ArrowUp':
			return event.shiftKey ? null : () => goBy(desk, -1);
		case 'Home':
			return event.shiftKey ? null : () => goTo(desk, 0);
		case 'End':
			return event.shiftKey ? null : () => goTo(desk, desk.turns.length - 1);
		case 'Enter':
			return isOnTurn ? () => chooseTurn(desk) : null;
		case 'Escape':
			return desk.listOf !== null || selection.range !== null || desk.chosenId !== null ? () => leave(desk) : null;
		case 'ArrowLeft':
		case 'ArrowRight': {
			if (!isChoosing) return null;
			const step = event.key === 'ArrowRight' ? 1 : -1;
			return () => {
				if (event.shiftKey) selection.stepWord(step);
				else selection.stepSentence(step);
				desk.saySelection();
				if (selection.range) desk.reader?.reveal(selection.range);
			};
		}
		default:
			return null;
	}
};

const letters = (desk: DeskState, page: PageKeys, event: KeyboardEvent, now: () => Date): Act => {
	const key = event.key.toLowerCase();
	const valence = valences.find(({ shortcut }) => shortcut.toLowerCase() === key);
	if (valence) return () => desk.setValence(valence.key);
	if (/^[1-9]$/.test(key)) return () => applySlot(desk, Number(key), now());
	switch (key) {
		case '0':
			return () => desk.setValence(null);
		case 'j':
			return () => goBy(desk, 1);
		case 'k':
			return () => goBy(desk, -1);
		case 'n':
			return () => desk.chooseNext(1);
		case 'p':
			return () => desk.chooseNext(-1);
		case 'f':
			return () => desk.find.open();
		case 'u':
			return () => desk.goToUncoded();
		case 'c':
			return () => desk.openPicker();
		case 'm':
			return () => page.focusMemo();
		case 'w':
			return () => page.writeMemo();
		case '[':
			return () => resize(desk, 'start', -1);
		case ']':
			return () => resize(desk, 'start', 1);
		case '{':
			return () => resize(desk, 'end', -1);
		case '}':
			return () => resize(desk, 'end', 1);
		case 's':
			return () => split(desk, now());
		case 'e':
			return () => unite(desk);
		case '*':
			return () => toggleImportant(desk);
		case 'x':
			return () => toggleMarker(desk);
		case 'l':
			return () => toggleOnly(desk);
		case '.':
			return () => repeat(desk, now());
		case 'delete':
			return () => {
				if (desk.chosen && desk.mayChange(desk.chosen)) desk.remove(desk.chosen.id);
			};
		case '/':
			return () => page.focusSearch();
		case '?':
			return () => page.openHelp();
		default:
			return null;
	}
};

const goBy = (desk: DeskState, step: 1 | -1) =>
	goTo(desk, desk.turns.findIndex(({ ordinal }) => ordinal === desk.current) + step);

const goTo = (desk: DeskState, index: number) => {
	const turn = desk.turns[Math.min(Math.max(index, 0), desk.turns.length - 1)];
	if (!turn) return;
	desk.selection.clear();
	desk.chosenId = null;
	desk.reader?.focusTurn(turn.ordinal);
};

const chooseTurn = (desk: DeskState) => {
	const turn = desk.turn(desk.current);
	if (!turn) return;
	desk.chosenId = null;
	desk.selection.takeTurn(turn, 'keys');
	desk.saySelection();
};

const leave = (desk: DeskState) => {
	desk.listOf = null;
	desk.clear();
	getSelection()?.removeAllRanges();
	desk.reader?.focusTurn(desk.current);
};

const applySlot = (desk: DeskState, slot: number, now: Date) => {
	const codeId = desk.recents.slots[slot - 1];
	if (codeId !== undefined) desk.apply([codeId], noValences, '', now);
};

const repeat = (desk: DeskState, now: Date) => {
	const codeId = desk.recents.lastUsed[0];
	if (codeId !== undefined) desk.apply([codeId], noValences, '', now);
};

/** The code of the chosen coding, or else the code used last, becomes the marker. */
const toggleMarker = (desk: DeskState) => {
	if (desk.markerId !== null) return desk.mark(null);
	const codeId = desk.chosen?.codeId ?? desk.recents.lastUsed[0];
	if (codeId === undefined) return desk.say(m.desk_choose_coding_first());
	desk.mark(codeId);
};

const toggleOnly = (desk: DeskState) => {
	if (desk.onlyId !== null) return desk.showOnly(null);
	if (!desk.chosen) return desk.say(m.desk_choose_coding_first());
	desk.showOnly(desk.chosen.codeId);
};

const isTyping = (target: EventTarget | null) =>
	target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
