import type { Position } from '#lib/domain/text/position.ts';
import type { TurnTexts } from './turn-texts.ts';

/** How far, in pixels, a press may be beside a letter and still mean it. */
const slack = 3;

/** The position of the character under a point of the screen; null when there are no words under it. */
export const positionAt = (texts: TurnTexts, x: number, y: number): Position | null => {
	const point = caretAt(x, y);
	if (!point || !(point.node instanceof Text)) return null;
	const { node, offset } = point;
	for (const start of [offset, offset - 1]) {
		if (start < 0 || start >= node.length) continue;
		const letter = document.createRange();
		letter.setStart(node, start);
		letter.setEnd(node, start + 1);
		const isHit = [...letter.getClientRects()].some(
			({ left, right, top, bottom }) =>
				x >= left - slack && x <= right + slack && y >= top - slack && y <= bottom + slack
		);
		if (isHit) return texts.positionOf(node, start);
	}
	return null;
};

/** The place between two letters nearest to a point; browsers name it in two ways. */
const caretAt = (x: number, y: number): { node: Node; offset: number } | null => {
	if ('caretPositionFromPoint' in document) {
		const caret = document.caretPositionFromPoint(x, y);
		return caret && { node: caret.offsetNode, offset: caret.offset };
	}
	const old: Document & { caretRangeFromPoint?: (x: number, y: number) => Range | null } = document;
	const range = old.caretRangeFromPoint?.(x, y);
	return range ? { node: range.startContainer, offset: range.startOffset } : null;
};

/** The position between two letters nearest to a point, as long as there are words of a turn there. */
export const nearestPositionAt = (texts: TurnTexts, x: number, y: number): Position | null => {
	const point = caretAt(x, y);
	return point ? texts.positionOf(point.node, point.offset) : null;
};
