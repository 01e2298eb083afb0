import type { Turn } from '#lib/domain/source/turn.ts';
import { codePointLength, type PositionMap } from '#lib/domain/text/position.ts';
import { trimmedRange, type Range } from '#lib/domain/text/range.ts';

/** The words that are selected in the text of one turn, as a range; null when nothing is, or over more turns. */
export const selectedRange = (map: PositionMap, turns: readonly Turn[]): Range | null => {
	const selection = document.getSelection();
	if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
	const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
	const words = wordsAround(startContainer);
	if (!words || words !== wordsAround(endContainer)) return null;
	const turn = turns.find(({ ordinal }) => String(ordinal) === words.dataset['words']);
	if (!turn) return null;
	const [from, to] = [lengthTo(words, startContainer, startOffset), lengthTo(words, endContainer, endOffset)];
	const range = { start: turn.start + from, end: turn.start + to };
	return range.end > range.start && range.end <= turn.end ? trimmedRange(map, range) : null;
};

const wordsAround = (node: Node): HTMLElement | null =>
	(node instanceof HTMLElement ? node : node.parentElement)?.closest<HTMLElement>('[data-words]') ?? null;

/** How many code points stand before a point. Numbers and placeholders are drawn by CSS, so that only words count. */
const lengthTo = (words: HTMLElement, node: Node, offset: number): number => {
	const range = document.createRange();
	range.selectNodeContents(words);
	range.setEnd(node, offset);
	return codePointLength(range.toString());
};
