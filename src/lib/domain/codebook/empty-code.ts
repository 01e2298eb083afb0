import { fail, ok, type Result } from '../problem.ts';
import type { CodeId } from '../project/ids.ts';
import type { Codebook } from './codebook.ts';

/**
 * Whether nobody did anything with a code since it was made: no codings, nothing below it, nothing written about it and
 * nothing linked to it. Such a code may go with the step that made it.
 */
export const checkEmpty = (book: Codebook, codeId: CodeId, codings: number): Result<null> => {
	const code = book.byId.get(codeId);
	if (!code) return fail('code-unknown');
	const written = [code.definition, code.include, code.exclude, code.example, ...code.synonyms];
	const isTouched =
		codings > 0 ||
		(book.children.get(codeId)?.length ?? 0) > 0 ||
		written.some((text) => text !== '') ||
		code.indicators.length > 0 ||
		code.pillarIds !== null;
	return isTouched ? fail('code-in-use', { name: code.name }) : ok(null);
};
