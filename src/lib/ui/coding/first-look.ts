import type { Placed } from '#lib/domain/coding/desk.ts';
import type { UserId } from '#lib/domain/project/ids.ts';
import type { Range as TextRange } from '#lib/domain/text/range.ts';

/**
 * What of a transcript is drawn before its page is alive: the colours and stripes of the turns that fill the screen
 * first. The server sends it along in the page, and `first-drawing.ts` draws it as soon as the words stand there.
 */
export type FirstLook = {
	/** whose settings of the desk count */
	readonly userId: UserId;
	readonly anchor: string;
	readonly turns: readonly FirstTurn[];
};

export type FirstTurn = TextRange & { readonly ordinal: number; readonly codings: readonly FirstCoding[] };

export type FirstCoding = Pick<Placed, 'id' | 'range'> & {
	/** index into the palette */
	readonly hue: number;
	readonly label: string;
	/** the lane it has in every turn it lies in; null = it gets one beside its turn */
	readonly lane: number | null;
};

/** Where it stands in the page. */
export const firstLookId = 'first-look';

/** The attribute of the place in the margin of a turn for stripes that are drawn before the page is alive. */
export const drawnFirst = 'data-drawn-first';

/** As the text of a script element that nothing runs. */
export const writeFirstLook = (look: FirstLook): string => JSON.stringify(look).replaceAll('<', '\\u003c');

/** The page draws its stripes itself from now on. */
export const takeOverFirstLook = (): void => {
	document.getElementById(firstLookId)?.remove();
	for (const place of document.querySelectorAll(`[${drawnFirst}]:not(:empty)`)) place.replaceChildren();
};
