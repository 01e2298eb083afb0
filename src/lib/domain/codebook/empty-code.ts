import { fail, ok, type Result } from '../problem.ts';
import type { CodeId } from '../project/ids.ts';
import { saysSame } from './code-steps.ts';
import type { Code } from './code.ts';
import type { Codebook } from './codebook.ts';

/** What the codebook itself does not tell of a code. */
export type CodeSince = {
	/** it has codings, or somebody wrote a memo about it */
	readonly isInUse: boolean;
	/** how it was when it was made; null = not known */
	readonly asMade: Code | null;
};

/**
 * Whether nobody did anything with a code since it was made: no codings, nothing below it, nothing written about it,
 * nothing linked to it, and the name, colour and parent that it began with. Such a code may go with the step that made it.
 */
export const checkEmpty = (book: Codebook, codeId: CodeId, { isInUse, asMade }: CodeSince): Result<null> => {
	const code = book.byId.get(codeId);
	if (!code) return fail('code-unknown');
	const written = [code.definition, code.include, code.exclude, code.example, ...code.synonyms];
	const isTouched =
		isInUse ||
		(asMade !== null && (!saysSame(code, asMade) || code.parentId !== asMade.parentId)) ||
		(book.children.get(codeId)?.length ?? 0) > 0 ||
		written.some((text) => text !== '') ||
		code.indicators.length > 0 ||
		code.pillarIds !== null;
	return isTouched ? fail('code-in-use', { name: code.name }) : ok(null);
};
