import type { Position } from '#lib/domain/text/position.ts';
import type { Range as TextRange } from '#lib/domain/text/range.ts';
import { positionAt } from './caret.ts';
import type { Origin } from './text-selection.svelte.ts';
import type { TurnTexts } from './turn-texts.ts';

/** What a reader does with the text by mouse, touch or the browser's own caret. */
export type SelectionHandlers = {
	/** pressed without selecting; null = not on words */
	readonly onPress: (position: Position | null) => void;
	/** pressed twice, or three times */
	readonly onSentence: (position: Position) => void;
	readonly onTurn: (position: Position) => void;
	/** a selection is complete: the button is up, or it has been still for a moment */
	readonly onSelect: (range: TextRange, origin: Origin) => void;
};

/** A selection by touch or caret counts when it has not moved for this long, in milliseconds. */
const stillness = 250;

/** Watches selections within an element; the answer is for `{@attach}`. */
export const followSelection =
	(texts: TurnTexts, handlers: SelectionHandlers) =>
	(root: HTMLElement): (() => void) => {
		let isDown = false;
		let byTouch = false;
		let timer: ReturnType<typeof setTimeout> | undefined;

		const selected = (): TextRange | null => {
			const selection = getSelection();
			if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
			const range = selection.getRangeAt(0);
			return root.contains(range.commonAncestorContainer) || range.intersectsNode(root) ? texts.rangeOf(range) : null;
		};

		const down = (event: MouseEvent) => {
			isDown = event.button === 0 && !isControl(event.target);
		};

		const up = (event: MouseEvent) => {
			if (!isDown) return;
			isDown = false;
			// A press inside a selection takes it away only after this event.
			setTimeout(() => {
				const position = positionAt(texts, event.clientX, event.clientY);
				if (event.detail === 2 && position !== null) return handlers.onSentence(position);
				if (event.detail >= 3 && position !== null) return handlers.onTurn(position);
				const range = selected();
				if (range) handlers.onSelect(range, byTouch ? 'touch' : 'pointer');
				else if (root.contains(event.target instanceof Node ? event.target : null)) handlers.onPress(position);
			});
		};

		const changed = () => {
			clearTimeout(timer);
			if (isDown) return;
			timer = setTimeout(() => {
				const range = isDown ? null : selected();
				if (range) handlers.onSelect(range, byTouch ? 'touch' : 'caret');
			}, stillness);
		};

		// A press that became a drag of words ends without the button coming up.
		const dragged = () => {
			isDown = false;
		};

		const touched = (event: PointerEvent) => {
			byTouch = event.pointerType === 'touch';
		};

		root.addEventListener('mousedown', down);
		document.addEventListener('mouseup', up);
		document.addEventListener('dragend', dragged);
		document.addEventListener('selectionchange', changed);
		document.addEventListener('pointerdown', touched, true);
		return () => {
			clearTimeout(timer);
			root.removeEventListener('mousedown', down);
			document.removeEventListener('mouseup', up);
			document.removeEventListener('dragend', dragged);
			document.removeEventListener('selectionchange', changed);
			document.removeEventListener('pointerdown', touched, true);
		};
	};

const isControl = (target: EventTarget | null) =>
	target instanceof Element && target.closest('button, a, input, textarea, select, label') !== null;
