import { mergeCodesInput, mergeCodesQuery, type MergedCodesAnswer } from '../../contract/code-merge.ts';
import { parse } from '../../contract/parse.ts';
import { pillarsOf, type Codebook } from '../../domain/codebook/codebook.ts';
import { mergeCodes as decide, type CodeMerge } from '../../domain/codebook/merge-codes.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { CodeId, PillarId, SourceId } from '../../domain/project/ids.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Context } from '../access/context.ts';
import type { MergeBack } from '../store/code-changes.ts';
import { softDeleteCodes, updateCode } from '../store/codes.ts';
import { lockCodingsOfCodes } from '../store/recoded-codings.ts';
import type { StoredCoding } from '../store/codings.ts';
import type { Db } from '../store/database.ts';
import { countRowsOfCode, followQuotes } from '../store/followed-quotes.ts';
import { followMerge } from '../store/save-memo.ts';
import type { Union } from '../../domain/coding/unite.ts';
import { changeCodebook, type Done } from './change-codebook.ts';
import { handOver, unionsOf } from './hand-over-codings.ts';

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
	const { fromCodeId, intoCodeId } = parsed.value;
	const isPreview = asked.value.preview === 'true';
	return changeCodebook(
		context,
		projectId,
		{ change: 'changed', kind: 'merge', action: 'code.merge', isPreview },
		async (trx, book, project, changeId): Promise<Result<Done<MergedCodesAnswer>>> => {
			const planned = await planMerge(trx, book, parsed.value);
			if (!planned.ok) return planned;
			const { summary, interviewIds } = planned.value;
			const answer = { ...summary, interviews: interviewIds.size };
			if (isPreview) return ok({ ids: [], answer: { id: null, ...answer } });
			const merge = await storeMerge(context, trx, project, planned.value);
			return ok({
				ids: [intoCodeId, fromCodeId],
				answer: { id: changeId, ...answer },
				wayBack: wayBackOf([merge], { codings: summary.moved + summary.united, interviews: answer.interviews })
			});
		}
	);
};

/** The way back of merges, with the lines of descent that they write. */
export const wayBackOf = (
	merges: readonly MergeBack[],
	touched: { readonly codings: number; readonly interviews: number }
) => ({
	merges,
	touched,
	lineage: merges.map(({ intoCodeId, fromCodeId }) => ({ codeId: intoCodeId, forerunnerId: fromCodeId }))
});

/** A merge that was thought through, with what it touches. */
export type PlannedMerge = {
	readonly merge: CodeMerge;
	readonly codings: readonly StoredCoding[];
	readonly unions: readonly Union[];
	readonly uniteOverlaps: boolean;
	readonly summary: Pick<
		MergedCodesAnswer,
		'moved' | 'united' | 'overlapping' | 'children' | 'decisions' | 'chosenQuotes'
	>;
	/** the pillars in which the code that stays is a theme */
	readonly pillarIds: readonly PillarId[];
	readonly interviewIds: ReadonlySet<SourceId>;
};

/** What a merge would do, with the codings held until the transaction ends. */
export const planMerge = async (
	trx: Db,
	book: Codebook,
	asked: { readonly fromCodeId: CodeId; readonly intoCodeId: CodeId; readonly uniteOverlaps: boolean }
): Promise<Result<PlannedMerge>> => {
	const decided = decide(book, asked.fromCodeId, asked.intoCodeId);
	if (!decided.ok) return decided;
	const { from, into, children } = decided.value;
	const codings = await lockCodingsOfCodes(trx, [from.id, into.id]);
	const moving = codings.filter(({ codeId }) => codeId === from.id);
	if (moving.length > 0 && !into.isCodable) return fail('code-merge-folder', { name: into.name }, 'intoCodeId');
	const overlaps = unionsOf(codings, from.id, 'overlapping');
	const unions = asked.uniteOverlaps ? overlaps : unionsOf(codings, from.id, 'equal');
	const gone = new Set(unions.flatMap((union) => union.gone));
	const summary = {
		moved: moving.filter(({ id }) => !gone.has(id)).length,
		united: gone.size,
		overlapping: overlaps.reduce((sum, union) => sum + union.gone.length, 0),
		children: children.length,
		...(await countRowsOfCode(trx, from.id))
	};
	const interviewIds = new Set(moving.map(({ sourceId }) => sourceId));
	const { uniteOverlaps } = asked;
	const pillarIds = pillarsOf(book, into.id);
	return ok({ merge: decided.value, codings, unions, uniteOverlaps, summary, interviewIds, pillarIds });
};

/** Stores a merge; its way back. */
export const storeMerge = async (
	context: Context,
	trx: Db,
	project: Project,
	{ merge: { from, into, children, addedSynonyms }, codings, unions, uniteOverlaps, pillarIds }: PlannedMerge
): Promise<MergeBack> => {
	const at = context.now();
	const deletionId = context.newId();
	const way = { fromCodeId: from.id, intoCodeId: into.id, deletionId };
	const handed = await handOver(trx, codings, unions, { ...way, at });
	for (const child of children) await updateCode(trx, project.id, child);
	await updateCode(trx, project.id, into);
	await softDeleteCodes(trx, [from.id], { deletionId, at });
	const followed = unions.flatMap(({ keep, gone }) => gone.map((one) => ({ from: one, to: keep })));
	const memos = await followMerge(trx, { from: from.id, into: into.id }, followed);
	const quotes = await followQuotes(trx, { from: from.id, into: into.id, pillarIds }, followed);
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
