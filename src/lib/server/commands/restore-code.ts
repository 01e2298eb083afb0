import { restoreCodeInput, type RestoredCodeAnswer } from '../../contract/code.ts';
import { parse } from '../../contract/parse.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { markDeletionUndone } from '../store/code-changes.ts';
import { findDeletion, restoreDeletion } from '../store/codes.ts';
import { changeCodebook } from './change-codebook.ts';

/** Brings back what one deletion took away: the code, all below it, and their codings. */
export const restoreCode = async (
	context: Context,
	projectId: string,
	codeId: string,
	input: unknown
): Promise<Result<RestoredCodeAnswer>> => {
	const parsed = parse(restoreCodeInput, input);
	if (!parsed.ok) return parsed;
	const { deletionId } = parsed.value;
	return changeCodebook(context, projectId, { change: 'added', kind: null }, async (trx, _book, project) => {
		const codes = await findDeletion(trx, project.id, deletionId);
		if (!codes.some(({ id }) => id === codeId)) return fail('code-unknown');
		const own = new Set(codes.map(({ id }) => id));
		const isOrphan = codes.some(
			({ parentId, isParentHere }) => parentId !== null && !own.has(parentId) && !isParentHere
		);
		if (isOrphan) return fail('code-parent-unknown', undefined, 'parentId');
		const codings = await restoreDeletion(trx, project.id, deletionId);
		await markDeletionUndone(trx, project.id, deletionId, context.now());
		return ok({ ids: [...own], answer: { codes: codes.length, codings: codings.length } });
	});
};
