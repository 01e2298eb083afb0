import type { Edge } from '#lib/domain/coding/reshape.ts';

/** What a handle does while it is dragged; `x` and `y` are where the end of the passage would stand. */
export type HandleDrag = {
	readonly onMove: (edge: Edge, x: number, y: number) => void;
	readonly onDrop: () => void;
	readonly onCancel: () => void;
};

/** This near to its edge, in pixels, the text scrolls by itself; and this far each frame. */
const edgeOfText = 48;
const scrollStep = 8;

/** Lets a handle be dragged by mouse, pen or touch; Esc puts the passage back. The answer is for `{@attach}`. */
export const dragHandle =
	(
		edge: Edge,
		foot: () => { readonly x: number; readonly y: number } | null,
		scroller: HTMLElement,
		drag: HandleDrag
	) =>
	(handle: HTMLElement): (() => void) => {
		/** from the pointer to the end of the passage */
		let offset = { x: 0, y: 0 };
		let pointer = { x: 0, y: 0 };
		let pointerId: number | null = null;
		let frame = 0;

		const move = () => drag.onMove(edge, pointer.x + offset.x, pointer.y + offset.y);

		/** At the edge of the screen the text comes along. */
		const scroll = () => {
			const { top, bottom } = scroller.getBoundingClientRect();
			const by = pointer.y < top + edgeOfText ? -scrollStep : pointer.y > bottom - edgeOfText ? scrollStep : 0;
			if (by !== 0) {
				scroller.scrollBy({ top: by });
				move();
			}
			frame = requestAnimationFrame(scroll);
		};

		const pressed = (event: PointerEvent) => {
			const at = foot();
			if (event.button !== 0 || pointerId !== null || !at) return;
			event.preventDefault();
			event.stopPropagation();
			pointerId = event.pointerId;
			pointer = { x: event.clientX, y: event.clientY };
			offset = { x: at.x - pointer.x, y: at.y - pointer.y };
			scroller.classList.add('dragging');
			document.addEventListener('pointermove', moved);
			document.addEventListener('pointerup', released);
			document.addEventListener('pointercancel', cancelled);
			document.addEventListener('keydown', keyed, true);
			frame = requestAnimationFrame(scroll);
		};

		const moved = (event: PointerEvent) => {
			if (event.pointerId !== pointerId) return;
			pointer = { x: event.clientX, y: event.clientY };
			move();
		};

		const released = (event: PointerEvent) => {
			if (event.pointerId !== pointerId) return;
			stop();
			drag.onDrop();
		};

		const cancelled = (event: PointerEvent) => {
			if (event.pointerId !== pointerId) return;
			stop();
			drag.onCancel();
		};

		const keyed = (event: KeyboardEvent) => {
			if (event.key !== 'Escape') return;
			event.preventDefault();
			event.stopPropagation();
			stop();
			drag.onCancel();
		};

		const stop = () => {
			pointerId = null;
			cancelAnimationFrame(frame);
			scroller.classList.remove('dragging');
			document.removeEventListener('pointermove', moved);
			document.removeEventListener('pointerup', released);
			document.removeEventListener('pointercancel', cancelled);
			document.removeEventListener('keydown', keyed, true);
		};

		// The press is not the beginning of a selection.
		const still = (event: MouseEvent) => {
			event.preventDefault();
			event.stopPropagation();
		};

		handle.addEventListener('pointerdown', pressed);
		handle.addEventListener('mousedown', still);
		return () => {
			if (pointerId !== null) {
				stop();
				drag.onCancel();
			}
			handle.removeEventListener('pointerdown', pressed);
			handle.removeEventListener('mousedown', still);
		};
	};
