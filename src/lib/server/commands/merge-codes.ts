import { mergeCodesInput, mergeCodesQuery, type MergedCodesAnswer } from '../../contract/code-merge.ts';
import { parse } from '../../contract/parse.ts';
import { ok, type Result } from '../../domain/problem.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Context } from '../access/context.ts';
import type { MergeBack, Touched } from '../store/code-changes.ts';
import { softDeleteCodes, updateCode } from '../store/codes.ts';
import type { Db } from '../store/database.ts';
import { followQuotes } from '../store/followed-quotes.ts';
import { followMerge } from '../store/save-memo.ts';
import { countTexts } from '../store/touched-texts.ts';
import { changeCodebook, type Done } from './change-codebook.ts';
import { handOver, unionsOf } from './hand-over-codings.ts';
import { countMerges, planMerges, quotedMergeOf, type PlannedMerge } from './plan-merges.ts';

/** Lets one code go into another, with its codings and all that stands below it; or tells what that would touch. */
export const mergeCodes = async (
	context: Context,
	projectId: string,
	input: unknown,
	query: unknown
): Promise<Result<MergedCodesAnswer>> => {
	const parsed = parse(mergeCodesInput, input);
	if (!parsed.ok) return parsed;
	const asked = parse(mergeCodesQuery, query);
	if (!asked.ok) return asked;
	const { fromCodeId, intoCodeId, uniteOverlaps } = parsed.value;
	const isPreview = asked.value.preview === 'true';
	return changeCodebook(
		context,
		projectId,
		{ change: 'changed', kind: 'merge', action: 'code.merge', isPreview },
		async (trx, book, project, changeId): Promise<Result<Done<MergedCodesAnswer>>> => {
			const planned = await planMerges(trx, book, { fromCodeIds: [fromCodeId], intoCodeId, uniteOverlaps });
			if (!planned.ok) return planned;
			const figures = await countMerges(trx, planned.value);
			const [{ codings } = { codings: [] }] = planned.value;
			const texts = await countTexts(
				trx,
				codings.filter(({ codeId }) => codeId === fromCodeId)
			);
			const goneBy = (mode: 'equal' | 'overlapping') =>
				unionsOf(codings, fromCodeId, mode).reduce((sum, { gone }) => sum + gone.length, 0);
			const answer = { ...figures, equal: goneBy('equal'), overlapping: goneBy('overlapping'), ...texts };
			if (isPreview) return ok({ ids: [], answer: { id: null, ...answer } });
			const merges: MergeBack[] = [];
			for (const one of planned.value) merges.push(await storeMerge(context, trx, project, one));
			return ok({
				ids: [intoCodeId, fromCodeId],
				answer: { id: changeId, ...answer },
				wayBack: wayBackOf(merges, { codings: figures.moved + figures.united, ...texts })
			});
		}
	);
};

/** The way back of merges, with the lines of descent that they write. */
export const wayBackOf = (merges: readonly MergeBack[], touched: Touched) => ({
	merges,
	touched,
	lineage: merges.map(({ intoCodeId, fromCodeId }) => ({ codeId: intoCodeId, forerunnerId: fromCodeId }))
});

/** Stores a merge; its way back. */
export const storeMerge = async (
	context: Context,
	trx: Db,
	project: Project,
	planned: PlannedMerge
): Promise<MergeBack> => {
	const { codings, unions, uniteOverlaps } = planned;
	const { from, into, children, addedSynonyms } = planned.merge;
	const at = context.now();
	const deletionId = context.newId();
	const way = { fromCodeId: from.id, intoCodeId: into.id, deletionId };
	const handed = await handOver(trx, codings, unions, { ...way, at, isChosen: false });
	// The code leaves first: one that stood below it may have its name.
	await softDeleteCodes(trx, [from.id], { deletionId, at });
	for (const child of children) await updateCode(trx, project.id, child);
	await updateCode(trx, project.id, into);
	const followed = unions.flatMap(({ keep, gone }) => gone.map((one) => ({ from: one, to: keep })));
	const memos = await followMerge(trx, { from: from.id, into: into.id }, followed);
	const quotes = await followQuotes(trx, quotedMergeOf(planned));
	return {
		...way,
		...handed,
		children: children.map((child, place) => ({ id: child.id, place })),
		synonyms: addedSynonyms,
		memos,
		quotes,
		uniteOverlaps
	};
};
