import { splitCodeInput, splitCodeQuery, type SplitCodeAnswer } from '../../contract/code-split.ts';
import { parse } from '../../contract/parse.ts';
import { newCode } from '../../domain/codebook/change-code.ts';
import { codebookOf, type Codebook } from '../../domain/codebook/codebook.ts';
import { checkForerunner } from '../../domain/codebook/lineage.ts';
import { emptyCode } from '../../domain/codebook/move-codes.ts';
import { divide } from '../../domain/codebook/split-code.ts';
import { withJoinedNotes } from '../../domain/coding/codings-after.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { CodeId, CodingId } from '../../domain/project/ids.ts';
import type { Context } from '../access/context.ts';
import type { WayBack } from '../store/code-changes.ts';
import { listForerunners } from '../store/code-forerunners.ts';
import { storeCodebook } from '../store/codes.ts';
import { lockCodingsOfCodes } from '../store/recoded-codings.ts';
import type { Db } from '../store/database.ts';
import { followCodings } from '../store/save-memo.ts';
import { countTexts } from '../store/touched-texts.ts';
import { changeCodebook } from './change-codebook.ts';
import { codingsFor, handOver } from './hand-over-codings.ts';
import { parseWords } from './parse-words.ts';

/**
 * Hands codings of one code out over others, new or there already, in one step; or tells what that would do. What
 * someone changed or took away since it was read stays as that person left it, and is counted.
 */
export const splitCode = async (
	context: Context,
	projectId: string,
	input: unknown,
	query: unknown
): Promise<Result<SplitCodeAnswer>> => {
	const parsed = parseWords(splitCodeInput, input);
	if (!parsed.ok) return parsed;
	const seen = parse(splitCodeQuery, query);
	if (!seen.ok) return seen;
	const isPreview = seen.value.preview === 'true';
	const { codeId, targets, assignments } = parsed.value;
	const name = targets.flatMap((target) => ('name' in target ? [target.name] : [])).join(', ');
	const what = { change: 'changed' as const, kind: 'split' as const, action: 'code.split', name, isPreview };
	return changeCodebook(context, projectId, what, async (trx, book, project, changeId) => {
		if (!book.byId.has(codeId)) return fail('code-unknown', undefined, 'codeId');
		const made = madeTargets(book, codeId, targets, context.newId);
		if (!made.ok) return made;
		const present = await lockCodingsOfCodes(trx, [codeId]);
		const divided = divide(present, assignments, targets.length);
		if (!divided.ok) return divided;
		const { lists, left } = divided.value;
		if (lists.every((list) => list.length === 0)) return fail('code-split-nothing', { left }, 'assignments');
		const given = new Set(lists.flat());
		const texts = await countTexts(
			trx,
			present.filter(({ id }) => given.has(id))
		);
		if (!isPreview)
			await storeCodebook(trx, project.id, book, made.value.book, { by: context.actor.userId, at: context.now() });
		const { handed, united, joinedNotes } = await handOut(context, trx, codeId, made.value.ids, lists, isPreview);
		const codings = lists.reduce((sum, list) => sum + list.length, 0);
		const isNew = (id: CodeId) => !book.byId.has(id);
		const answer: SplitCodeAnswer = {
			...{ id: isPreview ? null : changeId, moved: codings - united, united, joinedNotes, ...texts, left },
			added: made.value.ids.filter(isNew).length,
			targets: made.value.ids.map((id, index) => ({
				codeId: isPreview && isNew(id) ? null : id,
				name: made.value.book.byId.get(id)?.name ?? '',
				codings: lists[index]?.length ?? 0
			}))
		};
		if (isPreview) return ok({ ids: [], answer });
		const lineage = await descentFrom(trx, project.id, codeId, handed);
		const wayBack = { handed, lineage, touched: { codings, ...texts } };
		return ok({ ids: [codeId, ...new Set(made.value.ids)], answer, wayBack });
	});
};

type Target = ReturnType<typeof splitCodeInput.parse>['targets'][number];

/** The codes that get codings: those that are there can be applied, and the new ones have a free name. */
const madeTargets = (
	book: Codebook,
	codeId: CodeId,
	targets: readonly Target[],
	newId: () => CodeId
): Result<{ readonly book: Codebook; readonly ids: readonly CodeId[] }> => {
	let after = book;
	const ids: CodeId[] = [];
	for (const [index, target] of targets.entries()) {
		const at = `targets.${index}`;
		if ('codeId' in target) {
			const code = book.byId.get(target.codeId);
			if (!code) return fail('code-unknown', undefined, at);
			if (code.id === codeId) return fail('code-split-itself', { name: code.name }, at);
			if (!code.isCodable) return fail('code-merge-folder', { name: code.name }, at);
			ids.push(code.id);
			continue;
		}
		const made = newCode(after, { ...emptyCode, ...target, id: newId() });
		if (!made.ok) return made;
		after = codebookOf([...after.codes, made.value.code]);
		ids.push(made.value.code.id);
	}
	return ok({ book: after, ids });
};

const handOut = async (
	context: Context,
	trx: Db,
	fromCodeId: CodeId,
	targetIds: readonly CodeId[],
	lists: readonly (readonly CodingId[])[],
	isPreview: boolean
): Promise<{ readonly handed: WayBack['handed']; readonly united: number; readonly joinedNotes: number }> => {
	const handed: WayBack['handed'][number][] = [];
	let united = 0;
	let joinedNotes = 0;
	for (const [index, intoCodeId] of targetIds.entries()) {
		const codingIds = lists[index] ?? [];
		if (codingIds.length === 0) continue;
		const part = await codingsFor(trx, fromCodeId, intoCodeId, codingIds);
		united += part.unions.reduce((sum, union) => sum + union.gone.length, 0);
		joinedNotes += withJoinedNotes(part.codings, part.unions).size;
		if (!isPreview) handed.push(await handOne(context, trx, { fromCodeId, intoCodeId, codingIds }, part));
	}
	return { handed, united, joinedNotes };
};

/** Gives one code its codings; what was written about those that became one with another goes along. */
export const handOne = async (
	context: Context,
	trx: Db,
	way: { readonly fromCodeId: CodeId; readonly intoCodeId: CodeId; readonly codingIds: readonly CodingId[] },
	{ codings, unions }: Awaited<ReturnType<typeof codingsFor>>
): Promise<WayBack['handed'][number]> => {
	const step = { ...way, deletionId: context.newId() };
	const given = await handOver(trx, codings, unions, { ...step, at: context.now(), isChosen: true });
	const followed = unions.flatMap(({ keep, gone }) => gone.map((one) => ({ from: one, to: keep })));
	return { ...step, ...given, memos: { ofCode: [], ofCodings: await followCodings(trx, followed) } };
};

/** The lines of descent of a split; none that would go in a circle. */
const descentFrom = async (
	trx: Db,
	projectId: string,
	forerunnerId: CodeId,
	handed: WayBack['handed']
): Promise<WayBack['lineage']> => {
	const links = await listForerunners(trx, projectId);
	return handed
		.map(({ intoCodeId }) => ({ codeId: intoCodeId, forerunnerId }))
		.filter((link) => checkForerunner(links, link).ok);
};
