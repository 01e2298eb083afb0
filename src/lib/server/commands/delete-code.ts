import { deleteCodeQuery, type DeletedCodeAnswer } from '../../contract/code.ts';
import { parse } from '../../contract/parse.ts';
import { withDescendants } from '../../domain/codebook/codebook.ts';
import { checkEmpty } from '../../domain/codebook/empty-code.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { findCodeAsMade } from '../store/code-changes.ts';
import { listCodesInUse, listCodingsOfCodes, softDeleteCodes } from '../store/codes.ts';
import { countTexts } from '../store/touched-texts.ts';
import { changeCodebook } from './change-codebook.ts';

/** Takes a code with all below it out of the codebook; with `codings=delete` its codings too. One step brings all back. */
export const deleteCode = async (
	context: Context,
	projectId: string,
	codeId: string,
	query: unknown
): Promise<Result<DeletedCodeAnswer>> => {
	const parsed = parse(deleteCodeQuery, query);
	if (!parsed.ok) return parsed;
	return changeCodebook(context, projectId, { change: 'removed', kind: 'delete' }, async (trx, book, project) => {
		const codes = withDescendants(book, codeId);
		if (codes.length === 0) return fail('code-unknown');
		const ids = codes.map(({ id }) => id);
		const codings = await listCodingsOfCodes(trx, ids);
		if (parsed.value.onlyEmpty) {
			const isInUse = (await listCodesInUse(trx, [codeId], [], null)).size > 0;
			const empty = checkEmpty(book, codeId, { isInUse, asMade: await findCodeAsMade(trx, project.id, codeId) });
			if (!empty.ok) return empty;
		}
		const touched = { codings: codings.length, ...(await countTexts(trx, codings)) };
		if (codings.length > 0 && parsed.value.codings !== 'delete')
			return fail('code-has-codings', { codings: codings.length, interviews: touched.interviews });
		const deletionId = context.newId();
		await softDeleteCodes(trx, ids, { deletionId, at: context.now() });
		return ok({
			ids,
			answer: { deletionId, codes: codes.length, ...touched },
			wayBack: { deletionId, codings: codings.map(({ id }) => id), touched }
		});
	});
};
