import type { UndoneMergeAnswer } from '../../contract/code-merge.ts';
import { checkName, codebookOf } from '../../domain/codebook/codebook.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Context } from '../access/context.ts';
import { isUuid } from '../access/permit.ts';
import { lockCodeChange, markUndone, type MergeBack } from '../store/code-changes.ts';
import { deleteForerunnersOfChange } from '../store/code-forerunners.ts';
import { findDeletion, loadCodebook, restoreCodes, updateCode } from '../store/codes.ts';
import type { Db } from '../store/database.ts';
import { unfollowQuotes } from '../store/followed-quotes.ts';
import { unfollowMerge } from '../store/save-memo.ts';
import { changeCodebook } from './change-codebook.ts';
import { takeBackCodings, type Returned } from './hand-over-codings.ts';

/** Takes one's own merge back: the code, what stood below it, and its codings, except what someone changed since. */
export const undoCodeMerge = async (
	context: Context,
	projectId: string,
	mergeId: string
): Promise<Result<UndoneMergeAnswer>> =>
	changeCodebook(
		context,
		projectId,
		{ change: 'changed', kind: null, action: 'code.unmerge' },
		async (trx, _book, project) => {
			const change = isUuid(mergeId) ? await lockCodeChange(trx, project.id, mergeId) : null;
			if (!change || change.wayBack.merges.length === 0) return fail('code-merge-unknown');
			if (change.by !== context.actor.userId) return fail('code-change-not-yours');
			if (change.undoneOrder !== null) return fail('code-merge-undone');
			const answer = await takeBackMerges(trx, project, change.wayBack.merges, context.now());
			if (!answer.ok) return answer;
			await deleteForerunnersOfChange(trx, change.id);
			await markUndone(trx, change.id, context.now());
			return ok({ ids: change.wayBack.codeIds, answer: answer.value });
		}
	);

/** Takes merges back, the last one first. */
export const takeBackMerges = async (
	trx: Db,
	project: Project,
	merges: readonly MergeBack[],
	at: Date
): Promise<Result<Returned>> => {
	const sum = { restored: 0, left: 0 };
	for (const merge of [...merges].reverse()) {
		const seen = await takeBackMerge(trx, project, merge, at);
		if (!seen.ok) return seen;
		sum.restored += seen.value.restored;
		sum.left += seen.value.left;
	}
	return ok(sum);
};

const takeBackMerge = async (trx: Db, project: Project, merge: MergeBack, at: Date): Promise<Result<Returned>> => {
	const { fromCodeId, intoCodeId, deletionId, children, synonyms, memos, quotes = [] } = merge;
	const [code] = await findDeletion(trx, project.id, deletionId);
	if (!code) return fail('code-merge-undone');
	const { name, parentId, isParentHere } = code;
	if (parentId !== null && !isParentHere) return fail('code-back-below-gone', { name });
	const book = await loadCodebook(trx, project.id);
	const below = children.flatMap(({ id, place }) => {
		const child = book.byId.get(id);
		return child?.parentId === intoCodeId ? [{ ...child, parentId: fromCodeId, place }] : [];
	});
	const goingBack = new Set(below.map(({ id }) => id));
	const staying = codebookOf(book.codes.filter(({ id }) => !goingBack.has(id)));
	if (!checkName(staying, name, parentId, null).ok) return fail('code-back-name-taken', { name });
	// What stood below it leaves first: one of those may have its name.
	for (const child of below) await updateCode(trx, project.id, child);
	await restoreCodes(trx, project.id, [fromCodeId], null);
	const seen = await takeBackCodings(trx, project.id, merge, at);
	const into = book.byId.get(intoCodeId);
	if (into) {
		const own = into.synonyms.filter((name) => !synonyms.includes(name));
		await updateCode(trx, project.id, { ...into, synonyms: own });
	}
	if (memos) await unfollowMerge(trx, { from: fromCodeId, into: intoCodeId }, memos);
	await unfollowQuotes(trx, quotes);
	return ok(seen);
};
