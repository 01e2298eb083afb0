import { mergeCodesInput, mergeCodesQuery, type MergedCodesAnswer } from '../../contract/code-merge.ts';
import { parse } from '../../contract/parse.ts';
import { mergeCodes as decide, type CodeMerge } from '../../domain/codebook/merge-codes.ts';
import { anchorOf } from '../../domain/coding/coding.ts';
import { uniteCodings, type Union } from '../../domain/coding/unite.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Context } from '../access/context.ts';
import { insertCodeChange, type Grown } from '../store/code-changes.ts';
import { insertForerunners } from '../store/code-forerunners.ts';
import { softDeleteCodes, updateCode } from '../store/codes.ts';
import {
	lockCodingsOfCodes,
	recodeCodings,
	softDeleteCodings,
	updateCoding,
	type StoredCoding
} from '../store/codings.ts';
import type { Db } from '../store/database.ts';
import { followMerge } from '../store/save-memo.ts';
import { textMap } from '../store/text-maps.ts';
import { changeCodebook } from './change-codebook.ts';

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
		{ change: 'changed', action: 'code.merge', isPreview },
		async (trx, book, project): Promise<Result<{ ids: readonly string[]; answer: MergedCodesAnswer }>> => {
			const merge = decide(book, fromCodeId, intoCodeId);
			if (!merge.ok) return merge;
			const { from, into } = merge.value;
			const codings = await lockCodingsOfCodes(trx, [from.id, into.id]);
			const moving = codings.filter(({ codeId }) => codeId === from.id);
			if (moving.length > 0 && !into.isCodable) return fail('code-merge-folder', { name: into.name }, 'intoCodeId');
			// What stays is a coding of the code that stays, where there is one.
			const inOrder = [...codings].sort((a, b) => Number(a.codeId === from.id) - Number(b.codeId === from.id));
			const unitable = inOrder.map((coding) => ({ ...coding, hasMemo: coding.memo !== '' }));
			const overlaps = uniteCodings(unitable, 'overlapping');
			const unions = uniteOverlaps ? overlaps : uniteCodings(unitable, 'equal');
			const gone = new Set(unions.flatMap((union) => union.gone));
			const summary = {
				moved: moving.filter(({ id }) => !gone.has(id)).length,
				united: gone.size,
				overlapping: overlaps.reduce((sum, union) => sum + union.gone.length, 0),
				interviews: new Set(moving.map(({ sourceId }) => sourceId)).size,
				children: merge.value.children.length
			};
			if (isPreview) return ok({ ids: [], answer: { id: null, ...summary } });
			const id = await store(context, trx, project, merge.value, codings, unions);
			return ok({ ids: [into.id, from.id], answer: { id, ...summary } });
		}
	);
};

const store = async (
	context: Context,
	trx: Db,
	project: Project,
	{ from, into, children, addedSynonyms }: CodeMerge,
	codings: readonly StoredCoding[],
	unions: readonly Union[]
): Promise<string> => {
	const at = context.now();
	const deletionId = context.newId();
	const byId = new Map(codings.map((coding) => [coding.id, coding]));
	const gone = new Set(unions.flatMap((union) => union.gone));
	// What goes makes room first: a coder has a code on a passage only once.
	await softDeleteCodings(trx, [...gone], deletionId, at);
	const staying = codings.filter((coding) => coding.codeId === from.id && !gone.has(coding.id)).map(({ id }) => id);
	const moved = await recodeCodings(trx, { ids: staying, from: from.id, into: into.id, at });
	const grown: Grown[] = [];
	for (const union of unions) {
		const kept = byId.get(union.keep);
		if (!kept) continue;
		const { range, valences, isImportant } = union;
		const memo = union.memoFrom === null ? kept.memo : (byId.get(union.memoFrom)?.memo ?? kept.memo);
		const map = await textMap(trx, kept.sourceId, kept.version);
		const after = { ...kept, codeId: into.id, range, valences, isImportant, memo, ...anchorOf(map, range) };
		await updateCoding(trx, after, at);
		grown.push({
			id: kept.id,
			before: { range: kept.range, valences: kept.valences, isImportant: kept.isImportant },
			after: { range, valences, isImportant },
			tookMemo: union.memoFrom !== null
		});
	}
	for (const child of children) await updateCode(trx, project.id, child);
	await updateCode(trx, project.id, into);
	await softDeleteCodes(trx, [from.id], { deletionId, at });
	const followed = unions.flatMap(({ keep, gone: going }) => going.map((from) => ({ from, to: keep })));
	const memos = await followMerge(trx, { from: from.id, into: into.id }, followed);
	const id = context.newId();
	await insertCodeChange(trx, project.id, {
		id,
		by: context.actor.userId,
		at,
		wayBack: {
			fromCodeId: from.id,
			intoCodeId: into.id,
			deletionId,
			moved,
			grown,
			children: children.map((child, place) => ({ id: child.id, place })),
			synonyms: addedSynonyms,
			memos
		}
	});
	const { userId: by } = context.actor;
	await insertForerunners(trx, [{ codeId: into.id, forerunnerId: from.id }], { by, at, changeId: id });
	return id;
};
