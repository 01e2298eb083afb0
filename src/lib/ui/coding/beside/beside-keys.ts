import { stepCoding } from '#lib/domain/coding/desk.ts';
import { m } from '#lib/paraglide/messages.js';
import type { DeskState } from '../desk-state.svelte.ts';
import { choose, letGo } from '../choosing.ts';
import { deskActions } from '../desk-actions.ts';
import { keptKeys } from '../edge-keys.ts';
import { actionOf } from '../key-map.ts';

/**
 * Keys in the text of the pane: to read and to find one's place. Coding is done in the main text, and single keys are as
 * this person has them there.
 */
export const keysBeside =
	(desk: DeskState) =>
	(event: KeyboardEvent): void => {
		if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
		if (event.target instanceof Element && event.target.matches('input, textarea, select')) return;
		const own = keptKeys(desk.me.id);
		const act =
			(event.shiftKey ? null : acts(desk, event.key)) ??
			(own && acts(desk, actionOf(deskActions, own, event.key)?.id ?? ''));
		if (!act) return;
		event.preventDefault();
		event.stopPropagation();
		act();
	};

/** What a key that always works does, or an action of the desk by its id. */
const acts = (desk: DeskState, key: string): (() => void) | null => {
	const at = desk.turns.findIndex(({ ordinal }) => ordinal === desk.current);
	switch (key) {
		case 'ArrowDown':
		case 'next-turn':
			return () => goTo(desk, at + 1);
		case 'ArrowUp':
		case 'previous-turn':
			return () => goTo(desk, at - 1);
		case 'Home':
			return () => goTo(desk, 0);
		case 'End':
			return () => goTo(desk, desk.turns.length - 1);
		case 'next-coding':
			return () => goToCoding(desk, 1);
		case 'previous-coding':
			return () => goToCoding(desk, -1);
		case 'Escape':
			if (desk.listOf === null && desk.chosenId === null) return null;
			return () => {
				desk.listOf = null;
				letGo(desk);
				desk.reader?.focusTurn(desk.current);
			};
		default:
			return null;
	}
};

const goTo = (desk: DeskState, index: number) => {
	const turn = desk.turns[Math.min(Math.max(index, 0), desk.turns.length - 1)];
	if (!turn) return;
	desk.chosenId = null;
	desk.reader?.focusTurn(turn.ordinal);
};

const goToCoding = (desk: DeskState, step: 1 | -1) => {
	const turn = desk.turn(desk.current);
	const from = desk.chosen ? { id: desk.chosen.id } : { position: turn ? turn.start : 0 };
	const next = stepCoding(desk.store.all, from, step);
	if (!next) return desk.say(step === 1 ? m.desk_no_next() : m.desk_no_previous());
	choose(desk, next.id, 'turn');
	desk.say(m.desk_says_coding({ coding: desk.sayCoding(next), quote: desk.quoteOf(next.range) }));
};
