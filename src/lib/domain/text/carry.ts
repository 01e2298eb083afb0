import type { Edit } from './edit.ts';
import { codePointLength, type Position } from './position.ts';
import type { Range } from './range.ts';

/** A stretch of the old text that an edit takes out or puts words in, and where that leads in the new text. */
type Splice = {
	readonly start: Position;
	readonly end: Position;
	readonly newStart: Position;
	readonly newEnd: Position;
};

/**
 * What became of a range:
 * - `moved`: its words are untouched, wherever they stand now;
 * - `changed`: words were put in, taken out or replaced inside it; it grew or shrank with them;
 * - `orphaned`: all its words are gone; `at` is where they stood.
 */
export type Carried =
	| { readonly kind: 'moved'; readonly range: Range }
	| { readonly kind: 'changed'; readonly range: Range }
	| { readonly kind: 'orphaned'; readonly at: Position };

/** Carries ranges of an old text to the text after an edit. */
export type Carrier = (range: Range) => Carried;

/** The places an edit touches, in order. Between two of them the text is the same. */
const splicesOf = (edit: Edit): readonly Splice[] => {
	const splices: Splice[] = [];
	let [at, newAt] = [0, 0];
	for (const operation of edit) {
		if ('retain' in operation) {
			at += operation.retain;
			newAt += operation.retain;
			continue;
		}
		const last = splices.at(-1);
		// Words put in right where others go out replace them: one splice.
		const isSame = last !== undefined && last.end === at && last.newEnd === newAt;
		const before = isSame ? splices.pop() : undefined;
		const [start, newStart] = [before?.start ?? at, before?.newStart ?? newAt];
		if ('insert' in operation) newAt += codePointLength(operation.insert);
		else at += operation.delete;
		splices.push({ start, end: at, newStart, newEnd: newAt });
	}
	return splices;
};

/**
 * Prepares an edit for carrying many ranges; each takes O(log n + touched).
 *
 * Words put in at a border of a range stay outside. Words that replace others are inside when all they replace is
 * inside; when a replacement reaches over a border, the new words are nobody's. A range of which every word is gone is
 * orphaned, also when other words came instead: whether those mean the same is for a person to say. Only where the edit
 * is known to put one thing in the place of the same thing, as pseudonyms do (`keepsReplaced`), the range goes along, and
 * one that ends inside the thing takes all of it in.
 */
export const carrier = (edit: Edit, { keepsReplaced = false }: { readonly keepsReplaced?: boolean } = {}): Carrier => {
	const splices = splicesOf(edit);
	/** the first splice that ends after a position: what ends where a range begins is outside it */
	const firstAfter = (position: Position): number => {
		let [low, high] = [0, splices.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((splices[middle]?.end ?? Infinity) <= position) low = middle + 1;
			else high = middle;
		}
		return low;
	};
	/** where a position that no splice covers went; `index`: the first splice that is not wholly before it */
	const shifted = (position: Position, index: number): Position => {
		const before = splices[index - 1];
		return before ? position + before.newEnd - before.end : position;
	};

	return ({ start, end }) => {
		const first = firstAfter(start);
		let after = first;
		while ((splices[after]?.start ?? Infinity) < end) after += 1;
		if (after === first) {
			const shift = shifted(start, first) - start;
			return { kind: 'moved', range: { start: start + shift, end: end + shift } };
		}
		const touched = splices.slice(first, after);
		const [head, tail] = [touched[0], touched[touched.length - 1]];
		if (!head || !tail) throw new RangeError(`range ${start}-${end} is touched by nothing`);
		const left = end - start - touched.reduce((sum, splice) => sum + common(splice, start, end), 0);
		if (left === 0) {
			const replaced = keepsReplaced && head.newEnd > head.newStart && touched.length === 1;
			return replaced
				? { kind: 'changed', range: { start: head.newStart, end: head.newEnd } }
				: { kind: 'orphaned', at: head.newStart };
		}
		// A replacement that reaches over a border leaves its new words outside, unless they stand for the same thing.
		const newStart =
			head.start < start
				? keepsReplaced
					? head.newStart
					: head.newEnd
				: head.start === start
					? head.newStart
					: shifted(start, first);
		const newEnd =
			tail.end > end
				? keepsReplaced
					? tail.newEnd
					: tail.newStart
				: tail.end === end
					? tail.newEnd
					: shifted(end, after);
		return { kind: 'changed', range: { start: newStart, end: newEnd } };
	};
};

/** Where a place of the old text is in the new one, for the first or the last place of a stretch that takes new words in. */
export type PositionCarrier = (position: Position, side: 'start' | 'end') => Position;

/**
 * Prepares an edit for carrying the borders of turns. New words at a border are inside; a replacement that reaches over
 * the border between two stretches belongs to the first.
 */
export const positionCarrier = (edit: Edit): PositionCarrier => {
	const splices = splicesOf(edit);
	return (position, side) => {
		let shift = 0;
		for (const splice of splices) {
			if (splice.start > position) break;
			const isInsertion = splice.start === splice.end;
			if (splice.start === position && side === 'start') return splice.newStart;
			if (splice.start === position && !isInsertion) return splice.newStart;
			if (splice.end >= position && (splice.end > position || splice.start < position || side === 'end'))
				return splice.newEnd;
			shift = splice.newEnd - splice.end;
		}
		return position + shift;
	};
};

/** One step from a version of a text to the next. */
export type VersionStep = {
	readonly edit: Edit;
	/** new words stand for what they replace, as pseudonyms do */
	readonly keepsReplaced: boolean;
};

/** Prepares edits that follow each other for carrying ranges through all of them. */
export const carrierThrough = (steps: readonly VersionStep[]): Carrier => {
	const prepared = steps.map(({ edit, keepsReplaced }) => ({
		carry: carrier(edit, { keepsReplaced }),
		place: positionCarrier(edit)
	}));
	return (range) =>
		prepared.reduce<Carried>(
			(so, { carry, place }) => {
				if (so.kind === 'orphaned') return { kind: 'orphaned', at: place(so.at, 'start') };
				const next = carry(so.range);
				return next.kind === 'moved' ? { kind: so.kind, range: next.range } : next;
			},
			{ kind: 'moved', range }
		);
};

const common = (splice: Splice, start: Position, end: Position): number =>
	Math.max(0, Math.min(splice.end, end) - Math.max(splice.start, start));
