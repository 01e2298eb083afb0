import {
	changeCodesInput,
	changeCodesQuery,
	type ChangedCodesAnswer,
	type ChangeCodesInput
} from '../../contract/code-change.ts';
import type { MergeFigures } from '../../contract/code-merge.ts';
import { parse } from '../../contract/parse.ts';
import type { ChangeKind } from '../../domain/codebook/change-log.ts';
import { codebookOf, withDescendants, type Codebook } from '../../domain/codebook/codebook.ts';
import { foldCodes, moveCodes, topmost } from '../../domain/codebook/move-codes.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { CodeId } from '../../domain/project/ids.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Context } from '../access/context.ts';
import type { MergeBack, WayBack } from '../store/code-changes.ts';
import { listCodingsOfCodes, softDeleteCodes, storeCodebook } from '../store/codes.ts';
import type { Db } from '../store/database.ts';
import { countTexts } from '../store/touched-texts.ts';
import { changeCodebook, checkLinks } from './change-codebook.ts';
import { storeMerge, wayBackOf } from './merge-codes.ts';
import { parseWords } from './parse-words.ts';
import { countMerges, planMerges } from './plan-merges.ts';

type Asked = ReturnType<typeof changeCodesInput.parse>;
type Kind = ChangeCodesInput['kind'];
type Desk = { readonly context: Context; readonly trx: Db; readonly book: Codebook; readonly project: Project };
type Deed = {
	/** the codebook as it becomes; absent = stored already */
	readonly after?: Codebook;
	readonly wayBack?: Partial<WayBack>;
	readonly folderId?: CodeId;
	readonly merged?: MergeFigures;
};

const kinds: Readonly<Record<Kind, ChangeKind>> = {
	...{ move: 'move', fold: 'fold', merge: 'merge', update: 'several', delete: 'delete' }
};

/** Does one thing to several codes in one step, or tells beforehand how many codings and texts it touches. */
export const changeCodes = async (
	context: Context,
	projectId: string,
	input: unknown,
	query: unknown
): Promise<Result<ChangedCodesAnswer>> => {
	const parsed = parseWords(changeCodesInput, input);
	if (!parsed.ok) return parsed;
	const seen = parse(changeCodesQuery, query);
	if (!seen.ok) return seen;
	const isPreview = seen.value.preview === 'true';
	const asked = parsed.value;
	const what = {
		change: asked.kind === 'delete' ? ('removed' as const) : ('changed' as const),
		kind: kinds[asked.kind],
		action: `code.${asked.kind}`,
		name: 'folder' in asked && 'name' in asked.folder ? asked.folder.name : undefined,
		isPreview
	};
	return changeCodebook(context, projectId, what, async (trx, book, project, changeId) => {
		if (asked.codeIds.some((id) => !book.byId.has(id))) return fail('code-unknown', undefined, 'codeIds');
		const touched = await touches(trx, book, asked);
		const deed = await decide({ context, trx, book, project }, asked, isPreview);
		if (!deed.ok) return deed;
		const { after, wayBack, folderId = null, merged = null } = deed.value;
		const answer = { id: isPreview ? null : changeId, ...touched, folderId: isPreview ? null : folderId, merged };
		if (isPreview) return ok({ ids: [], answer });
		const making = { by: context.actor.userId, at: context.now() };
		if (after) await storeCodebook(trx, project.id, book, after, making);
		const ids = [...new Set([...asked.codeIds, ...(folderId === null ? [] : [folderId])])];
		const { codings, interviews, otherTexts } = touched;
		return ok({ ids, answer, wayBack: { touched: { codings, interviews, otherTexts }, ...wayBack } });
	});
};

/** What a change touches: the codes, with those below when they come along, their codings, and in how many texts. */
const touches = async (trx: Db, book: Codebook, asked: Asked) => {
	const comeAlong = asked.kind !== 'update' && asked.kind !== 'merge';
	const chosen = asked.kind === 'merge' ? asked.codeIds.filter((id) => id !== asked.intoCodeId) : asked.codeIds;
	const ids = new Set(comeAlong ? chosen.flatMap((id) => withDescendants(book, id).map((code) => code.id)) : chosen);
	const codings = await listCodingsOfCodes(trx, [...ids]);
	return {
		codes: ids.size,
		codings: codings.length,
		...(await countTexts(trx, codings))
	};
};

const decide = async (desk: Desk, asked: Asked, isPreview: boolean): Promise<Result<Deed>> => {
	const { book, context } = desk;
	switch (asked.kind) {
		case 'move': {
			const moved = moveCodes(book, asked.codeIds, asked.parentId, asked.place);
			return moved.ok ? ok({ after: moved.value }) : moved;
		}
		case 'fold': {
			const folded = foldCodes(book, asked.codeIds, asked.folder, context.newId);
			return folded.ok ? ok({ after: folded.value.book, folderId: folded.value.folderId }) : folded;
		}
		case 'update':
			return describe(desk, asked);
		case 'merge':
			return merge(desk, asked, isPreview);
		case 'delete':
			return remove(desk, asked, isPreview);
		default:
			return asked satisfies never;
	}
};

const describe = async (
	{ trx, book, project }: Desk,
	{ codeIds, color, pillarIds }: Extract<Asked, { kind: 'update' }>
): Promise<Result<Deed>> => {
	const links = await checkLinks(trx, project, pillarIds, undefined);
	if (!links.ok) return links;
	const chosen = new Set(codeIds);
	const codes = book.codes.map((code) =>
		chosen.has(code.id)
			? {
					...code,
					...(color !== undefined && { color }),
					...(pillarIds !== undefined && { pillarIds: pillarIds && [...pillarIds].sort() })
				}
			: code
	);
	return ok({ after: codebookOf(codes) });
};

const merge = async (
	{ context, trx, book, project }: Desk,
	{ codeIds, intoCodeId, uniteOverlaps }: Extract<Asked, { kind: 'merge' }>,
	isPreview: boolean
): Promise<Result<Deed>> => {
	const fromCodeIds = [...new Set(codeIds)].filter((id) => id !== intoCodeId);
	if (fromCodeIds.length === 0) return fail('code-merge-itself', undefined, 'intoCodeId');
	const planned = await planMerges(trx, book, { fromCodeIds, intoCodeId, uniteOverlaps });
	if (!planned.ok) return planned;
	const merged = await countMerges(trx, planned.value);
	if (isPreview) return ok({ merged });
	const merges: MergeBack[] = [];
	for (const one of planned.value) merges.push(await storeMerge(context, trx, project, one));
	const { lineage } = wayBackOf(merges, { codings: 0, interviews: 0 });
	return ok({ merged, wayBack: { merges, lineage } });
};

const remove = async (
	{ context, trx, book }: Desk,
	{ codeIds, codings: may }: Extract<Asked, { kind: 'delete' }>,
	isPreview: boolean
): Promise<Result<Deed>> => {
	const ids = topmost(book, codeIds).flatMap(({ id }) => withDescendants(book, id).map((code) => code.id));
	const codings = await listCodingsOfCodes(trx, ids);
	if (isPreview) return ok({});
	if (codings.length > 0 && may !== 'delete') {
		const { interviews } = await countTexts(trx, codings);
		return fail('code-has-codings', { codings: codings.length, interviews });
	}
	const deletionId = context.newId();
	await softDeleteCodes(trx, ids, { deletionId, at: context.now() });
	return ok({ wayBack: { deletionId, codings: codings.map(({ id }) => id) } });
};
