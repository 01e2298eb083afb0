import type { Extent, Placed } from '#lib/domain/coding/desk.ts';
import type { TurnTexts } from './turn-texts.ts';
import type { TurnView } from './turn-view.ts';

/** From where to where codings stand beside a turn, in pixels from its top, measured from the lines of their words. */
export const extentsIn = (
	texts: TurnTexts,
	turn: TurnView,
	codings: readonly Pick<Placed, 'id' | 'range'>[]
): readonly Extent[] => {
	const top = texts.paragraphOf(turn)?.getBoundingClientRect().top ?? 0;
	return codings.flatMap(({ id, range }) => {
		const box = texts.boxIn(turn, range);
		return box && box.height > 0 ? [{ id, from: box.top - top, to: box.bottom - top }] : [];
	});
};
