import type { Edit } from './edit.ts';
import { hunksOf } from './hunk.ts';
import type { PositionMap } from './position.ts';

/** A piece of a difference as one reads it: words that stayed, came in or went out. */
export type DifferencePart = { readonly kind: 'kept' | 'inserted' | 'deleted'; readonly text: string };

/** Lines of a text around one or more changes, in reading order. */
export type DifferencePassage = {
	/** number of the first line, in the old text, from 1 */
	readonly line: number;
	readonly parts: readonly DifferencePart[];
};

const linesAround = 1; // lines that are shown before and behind a change, so that one sees where it is

/** A difference as it is read: the lines that changed with a line around them; changes close to each other are one passage. */
export const passagesOf = (before: PositionMap, edit: Edit): readonly DifferencePassage[] => {
	const text = before.slice(0, before.length);
	const starts = lineStarts(text, before);
	const lineAt = (position: number) => lastAtMost(starts, position);
	const groups: { from: number; to: number; hunks: ReturnType<typeof hunksOf>[number][] }[] = [];
	for (const hunk of hunksOf(edit)) {
		const from = Math.max(0, lineAt(hunk.start) - linesAround);
		const to = Math.min(starts.length - 1, lineAt(Math.max(hunk.start, hunk.end - 1)) + linesAround);
		const last = groups.at(-1);
		if (last && from <= last.to + 1) {
			last.hunks.push(hunk);
			last.to = Math.max(last.to, to);
		} else groups.push({ from, to, hunks: [hunk] });
	}
	return groups.map(({ from, to, hunks }) => {
		const end = starts[to + 1] ?? before.length;
		const parts: DifferencePart[] = [];
		const push = (kind: DifferencePart['kind'], words: string) => words !== '' && parts.push({ kind, text: words });
		let at = starts[from] ?? 0;
		for (const hunk of hunks) {
			push('kept', before.slice(at, hunk.start));
			push('deleted', before.slice(hunk.start, hunk.end));
			push('inserted', hunk.insert);
			at = hunk.end;
		}
		push('kept', before.slice(at, end));
		return { line: from + 1, parts };
	});
};

/** Where each line begins, in code points. */
const lineStarts = (text: string, map: PositionMap): readonly number[] => {
	const starts = [0];
	for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(map.toPosition(at + 1));
	return starts;
};

const lastAtMost = (sorted: readonly number[], position: number): number => {
	let [low, high] = [0, sorted.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((sorted[middle] ?? Infinity) <= position) low = middle + 1;
		else high = middle;
	}
	return low - 1;
};

/** How many characters an edit puts in and takes out. */
export const sizeOf = (edit: Edit): { readonly inserted: number; readonly deleted: number } => ({
	inserted: edit.reduce((sum, step) => sum + ('insert' in step ? [...step.insert].length : 0), 0),
	deleted: edit.reduce((sum, step) => sum + ('delete' in step ? step.delete : 0), 0)
});
