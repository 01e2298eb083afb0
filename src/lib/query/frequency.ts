import { inTreeOrder, withDescendants, type Codebook } from '../domain/codebook/codebook.ts';
import type { CodeId } from '../domain/project/ids.ts';
import type { CodedPassage } from './coded-passage.ts';
import { count, type Count } from './count.ts';

/** How often a code was applied: by itself, and together with all codes below it. */
export type Frequency = {
	readonly codeId: CodeId;
	/** 0 at the top */
	readonly depth: number;
	readonly own: Count;
	readonly withDescendants: Count;
};

/**
 * How often each code of a codebook was applied, in the order of the tree; codes that were never applied are there
 * with zeros. An interview in which two codes below one were applied counts once for that one.
 */
export const frequencies = (book: Codebook, passages: readonly CodedPassage[]): readonly Frequency[] => {
	const byCode = new Map<CodeId, CodedPassage[]>();
	for (const passage of passages) {
		const ofCode = byCode.get(passage.codeId);
		if (ofCode) ofCode.push(passage);
		else byCode.set(passage.codeId, [passage]);
	}
	return inTreeOrder(book).map(({ code, depth }) => ({
		codeId: code.id,
		depth,
		own: count(byCode.get(code.id) ?? []),
		withDescendants: count(withDescendants(book, code.id).flatMap(({ id }) => byCode.get(id) ?? []))
	}));
};

/** A code that was applied: the code itself and those above it, and in which interviews it stands, each by its number. */
export type AppliedCode = {
	readonly ancestorIds: readonly CodeId[];
	readonly codings: number;
	readonly interviews: readonly number[];
};

/** The counts of codes with all below them, as `frequencies` has them, when it is known where each code stands. */
export const uniteAlongTree = (applied: readonly AppliedCode[]): ReadonlyMap<CodeId, Count> => {
	const found = new Map<CodeId, { codings: number; interviews: Set<number> }>();
	for (const { ancestorIds, codings, interviews } of applied)
		for (const id of ancestorIds) {
			const whole = found.get(id) ?? { codings: 0, interviews: new Set() };
			whole.codings += codings;
			for (const interview of interviews) whole.interviews.add(interview);
			found.set(id, whole);
		}
	return new Map([...found].map(([id, { codings, interviews }]) => [id, { codings, interviews: interviews.size }]));
};
