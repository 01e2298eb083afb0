/** A box on the screen, in pixels. */
export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

type Size = { readonly width: number; readonly height: number };

/** Room between the words and the picker, and between the picker and the edge of the window, in pixels. */
const gap = 8;

/**
 * Where a picker goes: below the words it is about, above them when there is more room, and always whole on the
 * screen. `words` are the boxes of the lines.
 */
export const placePicker = (words: readonly Box[], picker: Size, screen: Size): { left: number; top: number } => {
	const inside = (at: number, size: number, limit: number) => Math.max(gap, Math.min(at, limit - size - gap));
	const first = words[0];
	const last = words[words.length - 1];
	if (!first || !last)
		return {
			left: inside((screen.width - picker.width) / 2, picker.width, screen.width),
			top: inside(screen.height / 4, picker.height, screen.height)
		};
	const below = screen.height - last.bottom - gap;
	const isBelow = below >= picker.height + gap || below >= first.top;
	return {
		left: inside(last.left, picker.width, screen.width),
		top: inside(isBelow ? last.bottom + gap : first.top - gap - picker.height, picker.height, screen.height)
	};
};
