import type { CodingId } from '../project/ids.ts';
import { samePlace, type Range } from '../text/range.ts';
import type { Coding } from './coding.ts';
import { joinNotes, longestNote } from './join-notes.ts';
import type { Valences } from './valence.ts';

/** What decides whether two codings of one code can become one passage. */
export type Unitable = Pick<
	Coding,
	'id' | 'sourceId' | 'version' | 'range' | 'coderId' | 'layer' | 'valences' | 'isImportant' | 'memo'
>;

/** One coding that stays, grown over the others, and those that go into it. */
export type Union = {
	readonly keep: CodingId;
	readonly range: Range;
	readonly valences: Valences;
	readonly isImportant: boolean;
	/** the note of the one that stays, with those of the others below it */
	readonly memo: string;
	/** the codings whose notes were joined below its own, in that order */
	readonly memosFrom: readonly CodingId[];
	readonly gone: readonly CodingId[];
};

/**
 * Which codings become one when their codes do. Only codings of one coder, in one layer, over one text version.
 * Equal passages always unite, because a coder puts a code on a passage once. Passages that overlap unite when the
 * person asks for it, unless they say opposite things (better here, worse there): that would lose what was said.
 * Of equal passages that say opposite things the first in the list stays as it is. Notes are joined; passages that only
 * overlap stay apart where that would make a note too long.
 */
export const uniteCodings = (codings: readonly Unitable[], mode: 'equal' | 'overlapping'): readonly Union[] => {
	const groups = new Map<string, Unitable[]>();
	for (const coding of codings) {
		const key = [coding.sourceId, coding.version, coding.coderId, coding.layer].join(' ');
		const group = groups.get(key);
		if (group) group.push(coding);
		else groups.set(key, [coding]);
	}
	return [...groups.values()].flatMap((group) => uniteGroup(group, mode));
};

const uniteGroup = (group: readonly Unitable[], mode: 'equal' | 'overlapping'): readonly Union[] => {
	const open: Union[] = [];
	const memoOf = new Map(group.map(({ id, memo }) => [id, memo]));
	const notesIn = ({ keep, memosFrom }: Union) => [keep, ...memosFrom].map((id) => memoOf.get(id) ?? '');
	const inOrder = [...group].sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
	for (const coding of inOrder) {
		const at = open.findLastIndex((union) => {
			const isEqual = samePlace(union.range, coding.range);
			if (isEqual) return true;
			if (mode === 'equal' || coding.range.start >= union.range.end) return false;
			// Two passages that must stay apart may not end up on the same place.
			const end = Math.max(union.range.end, coding.range.end);
			const isTaken = open.some(
				(other) => other !== union && samePlace(other.range, { start: union.range.start, end })
			);
			const isShort = joinNotes([union.memo, coding.memo]).length <= longestNote;
			return !isTaken && isShort && fits(union.valences, coding.valences);
		});
		const union = open[at];
		if (!union) {
			const { id, range, valences, isImportant, memo } = coding;
			open.push({ keep: id, range, valences, isImportant, memo, memosFrom: [], gone: [] });
			continue;
		}
		const isNew = coding.memo !== '' && !notesIn(union).includes(coding.memo);
		open[at] = {
			keep: union.keep,
			range: { start: union.range.start, end: Math.max(union.range.end, coding.range.end) },
			valences: {
				change: union.valences.change ?? coding.valences.change,
				level: union.valences.level ?? coding.valences.level
			},
			isImportant: union.isImportant || coding.isImportant,
			memo: isNew ? joinNotes([union.memo, coding.memo]) : union.memo,
			memosFrom: isNew ? [...union.memosFrom, coding.id] : union.memosFrom,
			gone: [...union.gone, coding.id]
		};
	}
	return open.filter(({ gone }) => gone.length > 0);
};

/** Whether two passages can be said in one: on no axis do they say opposite things. */
const fits = (a: Valences, b: Valences): boolean =>
	(a.change === null || b.change === null || a.change === b.change) &&
	(a.level === null || b.level === null || a.level === b.level);
