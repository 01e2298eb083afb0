import { untrack } from 'svelte';
import type { DeskDrawing } from './desk-drawing.ts';
import type { DeskState } from './desk-state.svelte.ts';
import type { EdgeDragging } from './edge-dragging.svelte.ts';

/** Draws in the text what is chosen, found and selected, for as long as the component is there: that lies outside of Svelte. */
export const drawMarks = (desk: DeskState, drawing: DeskDrawing, dragging: EdgeDragging): void => {
	$effect(() => {
		drawing.mark('chosen', dragging.range ?? desk.chosen?.range ?? null);
	});
	// Another meaning of the colours: all that is in sight is drawn again.
	let drawnBy: string | null = null;
	$effect(() => {
		const { colourBy } = desk.settings;
		untrack(() => {
			if (drawnBy !== null && drawnBy !== colourBy) drawing.refresh(desk.turns);
			drawnBy = colourBy;
		});
	});
	$effect(() => {
		drawing.mark('found', desk.find.shown);
	});
	$effect(() => {
		const { range, origin } = desk.selection;
		// The browser draws its own selection, until the picker takes the focus from it.
		const isOwn = desk.picker !== null || origin === 'keys';
		drawing.mark('selection', isOwn ? range : null);
	});
};
