import type { Edit } from './edit.ts';
import { editOf, hunksOf, type Hunk } from './hunk.ts';
import { codePointLength, type PositionMap } from './position.ts';
import type { Range } from './range.ts';

/** A stretch of the text that two people changed from the same beginning, with what each made of it. */
export type MergedPassage = Range & {
	/** `same`: both did the same; `both`: they touch each other, and a person has to choose */
	readonly by: 'mine' | 'theirs' | 'same' | 'both';
	/** what stood there */
	readonly was: string;
	readonly mine: string;
	readonly theirs: string;
};

/** What becomes of a passage that both changed: the one, the other, or the one behind the other. */
export type Choice = 'mine' | 'theirs' | 'theirs-then-mine';

/**
 * Lays two edits of one text side by side. Changes that have no character and no border in common stand apart; what
 * touches each other is one passage.
 */
export const mergeEdits = (base: PositionMap, mine: Edit, theirs: Edit): readonly MergedPassage[] => {
	const all = [
		...hunksOf(mine).map((hunk) => ({ ...hunk, isMine: true })),
		...hunksOf(theirs).map((hunk) => ({ ...hunk, isMine: false }))
	].sort((a, b) => a.start - b.start || a.end - b.end);
	const groups: (typeof all)[] = [];
	let reach = -1;
	for (const hunk of all) {
		const last = groups.at(-1);
		if (last && hunk.start <= reach) last.push(hunk);
		else groups.push([hunk]);
		reach = Math.max(last && hunk.start <= reach ? reach : -1, hunk.end);
	}
	return groups.map((group) => {
		const [start, end] = [Math.min(...group.map((hunk) => hunk.start)), Math.max(...group.map((hunk) => hunk.end))];
		const own = group.filter(({ isMine }) => isMine);
		const others = group.filter(({ isMine }) => !isMine);
		const [ours, those] = [textAfter(base, { start, end }, own), textAfter(base, { start, end }, others)];
		const by = others.length === 0 ? 'mine' : own.length === 0 ? 'theirs' : ours === those ? 'same' : 'both';
		return { by, start, end, was: base.slice(start, end), mine: ours, theirs: those };
	});
};

/** Passages that a person has to decide about. */
export const conflictsIn = (passages: readonly MergedPassage[]): readonly MergedPassage[] =>
	passages.filter(({ by }) => by === 'both');

/**
 * My edit as one of their text: what only I changed, and what was chosen where both did. A choice that is missing leaves
 * theirs as it is.
 */
export const rebasedEdit = (
	passages: readonly MergedPassage[],
	choiceOf: (passage: MergedPassage) => Choice | undefined
): Edit => {
	const hunks: Hunk[] = [];
	let shift = 0;
	for (const passage of passages) {
		const { by, start, mine, theirs } = passage;
		const choice = by === 'both' ? choiceOf(passage) : by === 'mine' ? 'mine' : undefined;
		const length = codePointLength(theirs);
		const from = start + shift;
		if (choice === 'mine') hunks.push({ start: from, end: from + length, insert: mine });
		else if (choice === 'theirs-then-mine') hunks.push({ start: from + length, end: from + length, insert: mine });
		shift += length - (passage.end - start);
	}
	return editOf(hunks);
};

const textAfter = (base: PositionMap, { start, end }: Range, hunks: readonly Hunk[]): string => {
	const parts: string[] = [];
	let at = start;
	for (const hunk of hunks) {
		parts.push(base.slice(at, hunk.start), hunk.insert);
		at = hunk.end;
	}
	return parts.join('') + base.slice(at, end);
};
