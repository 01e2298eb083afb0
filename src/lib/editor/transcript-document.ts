import type { JSONContent } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { canonicalEdit, type Edit } from '../domain/text/edit.ts';
import { codePointLength, type Utf16Offset } from '../domain/text/position.ts';

/** A transcript as the editor reads it: each line is a paragraph. */
export const toTranscriptDocument = (text: string): JSONContent => ({
	type: 'doc',
	content: text
		.split('\n')
		.map((line) => ({ type: 'paragraph', ...(line !== '' && { content: [{ type: 'text', text: line }] }) }))
});

/** The transcript that stands in the editor. */
export const transcriptOf = (document: Node): string => {
	const lines: string[] = [];
	document.forEach((line) => void lines.push(line.textContent));
	return lines.join('\n');
};

/** Where a place of the editor is in the transcript; a place between two lines is the beginning of the second. */
export const offsetOf = (document: Node, place: number): Utf16Offset => {
	const resolved = document.resolve(place);
	const line = resolved.index(0);
	const isBetween = resolved.depth === 0;
	// Before a line stand one opening for each line up to it, and one closing for each line before it.
	const offset = isBetween ? place - line : place - 1 - line;
	return Math.min(offset, lengthOf(document));
};

/** Where a place of the transcript is in the editor. */
export const placeOf = (document: Node, offset: Utf16Offset): number => {
	let at = 0;
	let left = offset;
	for (let index = 0; index < document.childCount; index += 1) {
		const { content, nodeSize } = document.child(index);
		if (left <= content.size) return at + 1 + left;
		left -= content.size + 1;
		at += nodeSize;
	}
	return document.content.size - 1;
};

/** In UTF-16 units: each line, and one for the end of each but the last. */
const lengthOf = (document: Node): Utf16Offset => document.content.size - document.childCount - 1;

/**
 * What a transaction did to a transcript, as an edit: step by step from the places that the editor says it touched. A
 * step whose places do not add up to the new text is taken as a change of what differs between both.
 */
export const editsOf = (transaction: Transaction): readonly Edit[] =>
	transaction.steps.flatMap((step, index) => {
		const before = transaction.docs[index];
		const after = transaction.docs[index + 1] ?? transaction.doc;
		if (!before || before.eq(after)) return [];
		const [old, fresh] = [transcriptOf(before), transcriptOf(after)];
		const touched: Touched[] = [];
		step.getMap().forEach((start, end, newStart, newEnd) => {
			touched.push({
				start: offsetOf(before, start),
				end: offsetOf(before, end),
				newStart: offsetOf(after, newStart),
				newEnd: offsetOf(after, newEnd)
			});
		});
		const [one] = touched;
		return [touched.length === 1 && one && addsUp(old, fresh, one) ? editAt(old, fresh, one) : narrowest(old, fresh)];
	});

/** A stretch of the old transcript and what came in its place, in UTF-16 units. */
type Touched = { readonly start: number; readonly end: number; readonly newStart: number; readonly newEnd: number };

const addsUp = (old: string, fresh: string, { start, end, newStart, newEnd }: Touched): boolean =>
	start === newStart &&
	start <= end &&
	newStart <= newEnd &&
	old.length - end === fresh.length - newEnd &&
	old.slice(0, start) === fresh.slice(0, newStart) &&
	old.slice(end) === fresh.slice(newEnd);

const editAt = (old: string, fresh: string, { start, end, newStart, newEnd }: Touched): Edit => {
	// Half a character is no place in a text.
	const isHalf = [start, end].some((offset) => splitsPair(old, offset)) || splitsPair(fresh, newEnd);
	if (isHalf) return narrowest(old, fresh);
	return canonicalEdit([
		{ retain: codePointLength(old.slice(0, start)) },
		{ insert: fresh.slice(newStart, newEnd) },
		{ delete: codePointLength(old.slice(start, end)) }
	]);
};

/** The change of all that is between what two texts begin and end with. */
const narrowest = (old: string, fresh: string): Edit => {
	const shorter = Math.min(old.length, fresh.length);
	let head = 0;
	while (head < shorter && old[head] === fresh[head]) head += 1;
	if (splitsPair(old, head) || splitsPair(fresh, head)) head -= 1;
	let tail = 0;
	while (tail < shorter - head && old.at(-1 - tail) === fresh.at(-1 - tail)) tail += 1;
	if (splitsPair(old, old.length - tail) || splitsPair(fresh, fresh.length - tail)) tail -= 1;
	return canonicalEdit([
		{ retain: codePointLength(old.slice(0, head)) },
		{ insert: fresh.slice(head, fresh.length - tail) },
		{ delete: codePointLength(old.slice(head, old.length - tail)) }
	]);
};

const splitsPair = (text: string, offset: number): boolean =>
	/[\uD800-\uDBFF]/.test(text[offset - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[offset] ?? '');
