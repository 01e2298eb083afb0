import type { UndoneMergeAnswer } from '../../contract/code-merge.ts';
import { agrees } from '../../domain/coding/undo.ts';
import { anchorOf } from '../../domain/coding/coding.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { isUuid } from '../access/permit.ts';
import { lockCodeChange, markUndone } from '../store/code-changes.ts';
import { deleteForerunnersOfMerge } from '../store/code-forerunners.ts';
import { findDeletion, restoreDeletion, updateCode } from '../store/codes.ts';
import { findCoding, recodeCodings, updateCoding } from '../store/codings.ts';
import { unfollowMerge } from '../store/save-memo.ts';
import { textMap } from '../store/text-maps.ts';
import { changeCodebook } from './change-codebook.ts';

/** Takes a merge back: the code, what stood below it, and its codings, except what someone changed since. */
export const undoCodeMerge = async (
	context: Context,
	projectId: string,
	mergeId: string
): Promise<Result<UndoneMergeAnswer>> =>
	changeCodebook(context, projectId, { change: 'changed', action: 'code.unmerge' }, async (trx, book, project) => {
		const merge = isUuid(mergeId) ? await lockCodeChange(trx, project.id, mergeId) : null;
		if (!merge) return fail('code-merge-unknown');
		if (merge.isUndone) return fail('code-merge-undone');
		const { fromCodeId, intoCodeId, deletionId, moved, grown, children, synonyms, memos } = merge.wayBack;
		const [code] = await findDeletion(trx, project.id, deletionId);
		if (!code) return fail('code-merge-undone');
		if (code.parentId !== null && !code.isParentHere) return fail('code-parent-unknown', undefined, 'parentId');
		const at = context.now();
		const seen = { left: 0, restored: 0 };
		const mine = new Set(moved);
		for (const { id, before, after, tookMemo } of grown) {
			const present = await findCoding(trx, project.id, id, 'lock');
			if (!present || present.codeId !== intoCodeId || !agrees(present, after)) {
				// Someone went on with this passage: it stays as that person left it.
				seen.left += 1;
				mine.delete(id);
				continue;
			}
			const map = await textMap(trx, present.sourceId, present.version);
			const memo = tookMemo ? '' : present.memo;
			await updateCoding(trx, { ...present, ...before, memo, ...anchorOf(map, before.range) }, at);
			seen.restored += 1;
		}
		const back = await restoreDeletion(trx, project.id, deletionId);
		const recoded = await recodeCodings(trx, { ids: [...mine], from: intoCodeId, into: fromCodeId, at });
		seen.restored += back.length + recoded.filter((id) => !grown.some((one) => one.id === id)).length;
		seen.left += mine.size - recoded.length;
		for (const { id, place } of children) {
			const child = book.byId.get(id);
			if (child?.parentId === intoCodeId) await updateCode(trx, project.id, { ...child, parentId: fromCodeId, place });
		}
		const into = book.byId.get(intoCodeId);
		if (into) {
			const own = into.synonyms.filter((name) => !synonyms.includes(name));
			await updateCode(trx, project.id, { ...into, synonyms: own });
		}
		if (memos) await unfollowMerge(trx, { from: fromCodeId, into: intoCodeId }, memos);
		await deleteForerunnersOfMerge(trx, merge.id);
		await markUndone(trx, merge.id, at);
		return ok({ ids: [fromCodeId, intoCodeId], answer: seen });
	});
