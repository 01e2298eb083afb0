import { carrier } from '../text/carry.ts';
import type { Edit } from '../text/edit.ts';
import { codePointLength, type PositionMap } from '../text/position.ts';
import type { Range } from '../text/range.ts';
import type { Coding } from './coding.ts';

/** What decides where a coding goes. */
export type CarriedCoding = Pick<Coding, 'id' | 'range' | 'codeId' | 'coderId' | 'codedAt'>;

/** What became of a coding when the text under it was edited. */
export type CodingFate =
	| { readonly id: string; readonly kind: 'moved' | 'changed'; readonly range: Range }
	/** `at`: where its words stood, in the new text */
	| { readonly id: string; readonly kind: 'orphaned'; readonly at: number };

/**
 * Carries the codings of a text to the text after an edit: each is moved, changed or orphaned, and none is dropped. A
 * coding of which only white space is left is orphaned, also when other words came around it; so is the later of two that
 * now say the same of the same passage.
 */
export const carryCodings = (
	codings: readonly CarriedCoding[],
	edit: Edit,
	after: PositionMap,
	options: { readonly keepsReplaced?: boolean } = {}
): readonly CodingFate[] => {
	const carry = carrier(edit, options);
	const taken = new Set<string>();
	const fates = new Map<string, CodingFate>();
	const inOrder = [...codings].sort((a, b) =>
		a.codedAt < b.codedAt ? -1 : a.codedAt > b.codedAt ? 1 : a.id < b.id ? -1 : 1
	);
	for (const { id, range, codeId, coderId } of inOrder) {
		const carried = carry(range);
		if (carried.kind === 'orphaned') {
			fates.set(id, { id, ...carried });
			continue;
		}
		const { start, end } = carried.range;
		const decision = `${start} ${end} ${codeId} ${coderId}`;
		const isEmpty =
			carried.kind === 'changed' && !keepsReplaced(options) && keptWords(edit, carried.range, after) === '';
		const isSpent = isEmpty || after.slice(start, end).trim() === '' || taken.has(decision);
		taken.add(decision);
		fates.set(id, isSpent ? { id, kind: 'orphaned', at: start } : { id, ...carried });
	}
	return codings.flatMap(({ id }) => fates.get(id) ?? []);
};

const keepsReplaced = (options: { readonly keepsReplaced?: boolean }): boolean => options.keepsReplaced === true;

/** What a stretch of the new text has of the old words, without the white space around them. */
const keptWords = (edit: Edit, { start, end }: Range, after: PositionMap): string => {
	const kept: string[] = [];
	let at = 0;
	const keep = (to: number) => {
		const [from, until] = [Math.max(at, start), Math.min(to, end)];
		if (from < until) kept.push(after.slice(from, until));
		at = to;
	};
	for (const operation of edit) {
		if ('retain' in operation) keep(at + operation.retain);
		else if ('insert' in operation) at += codePointLength(operation.insert);
		if (at >= end) break;
	}
	keep(after.length);
	return kept.join('').trim();
};
