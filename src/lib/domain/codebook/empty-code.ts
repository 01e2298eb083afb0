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
 * Whether nobody did anything with a code since it was made: no codings, nothing below it, no memo about it, and the words,
 * colour, links and parent that it began with. Such a code may go with the step that made it.
 */
export const checkUntouched = (book: Codebook, codeId: CodeId, { isInUse, asMade }: CodeSince): Result<null> => {
	const code = book.byId.get(codeId);
	if (!code) return fail('code-unknown');
	const isTouched =
		isInUse ||
		(asMade !== null && (!saysSame(code, asMade) || code.parentId !== asMade.parentId)) ||
		(book.children.get(codeId)?.length ?? 0) > 0;
	return isTouched ? fail('code-in-use', { name: code.name }) : ok(null);
};

/** The same of a code that was made with no more than a name: nothing was written in it or linked to it either. */
export const checkEmpty = (book: Codebook, codeId: CodeId, since: CodeSince): Result<null> => {
	const untouched = checkUntouched(book, codeId, since);
	const code = book.byId.get(codeId);
	if (!untouched.ok || !code) return untouched;
	const written = [code.definition, code.include, code.exclude, code.example, ...code.synonyms];
	const isEmpty = written.every((text) => text === '') && code.indicators.length === 0 && code.pillarIds === null;
	return isEmpty ? ok(null) : fail('code-in-use', { name: code.name });
};
