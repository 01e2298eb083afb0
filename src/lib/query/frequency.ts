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
