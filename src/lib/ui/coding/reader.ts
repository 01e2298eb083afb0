import type { Range } from '#lib/domain/text/range.ts';

/** What the state asks of the page: to bring something into sight, and to give it the focus. */
export type Reader = {
	readonly focusTurn: (ordinal: number) => void;
	/** `covered`: pixels at the foot of the text that something lies over */
	readonly reveal: (range: Range, covered?: number) => void;
	readonly restoreSelection: (range: Range) => void;
	/** brings up the panel of the passage, also on a small screen */
	readonly showFragment: () => void;
	/** keeps a focus whose field went away by what somebody else did */
	readonly holdFocus: () => void;
};
