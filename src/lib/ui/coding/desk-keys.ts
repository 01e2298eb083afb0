import { redo, undo } from './coding-by-hand.ts';
import { deskActions, type PageKeys } from './desk-actions.ts';
import type { DeskState } from './desk-state.svelte.ts';
import { actionOf } from './key-map.ts';
import { chooseTurn, goBy, goTo, leave } from './moving.ts';

/** Keys in the text. Single keys can be changed or switched off; arrows, Enter and Escape always work. */
export const keysInText =
	(desk: DeskState, page: PageKeys, now: () => Date) =>
	(event: KeyboardEvent): void => {
		if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
		const isOnTurn = event.target instanceof HTMLElement && event.target.dataset['turn'] !== undefined;
		if (isTyping(event.target)) return;
		const { singleKeys, keys } = desk.settings;
		const action = singleKeys ? actionOf(deskActions, keys, event.key) : null;
		const act = moves(desk, event, isOnTurn) ?? (action && (() => action.does({ desk, page, now })));
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
		if (isRedo) redo(desk);
		else undo(desk);
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

const isTyping = (target: EventTarget | null) =>
	target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
