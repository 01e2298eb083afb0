import type { ChosenQuote, DisplayRow } from '#lib/merge/joint-display.ts';

/** What one may do on a row; an absent action is not allowed to this person. */
export type RowActions = {
	readonly onDecide?: ((row: DisplayRow) => void) | undefined;
	readonly onHistory?: ((row: DisplayRow) => void) | undefined;
	/** who reads the page: nobody is second reader of an own decision */
	readonly readerId?: string | undefined;
	readonly onRead?: ((row: DisplayRow) => void) | undefined;
	readonly onChoose?: ((row: DisplayRow) => void) | undefined;
	readonly onDrop?: ((row: DisplayRow, quote: ChosenQuote) => void) | undefined;
	readonly onExplain?: ((row: DisplayRow) => void) | undefined;
};
