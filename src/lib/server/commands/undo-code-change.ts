import type { RetakenChangeAnswer } from '../../contract/code-change.ts';
import { codebookOf, type Codebook } from '../../domain/codebook/codebook.ts';
import { inverseOf, saysSame, subjectOf, type CodeStep } from '../../domain/codebook/code-steps.ts';
import { retakeSteps, type Retaken } from '../../domain/codebook/retake-steps.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Context } from '../access/context.ts';
import { codeChangeAnswerOf } from '../access/code-change-answers.ts';
import { isUuid } from '../access/permit.ts';
import { lockCodeChange, markUndone, type CodeChange, type MergeBack } from '../store/code-changes.ts';
import { deleteForerunnersOfChange, insertForerunners } from '../store/code-forerunners.ts';
import { listCodesInUse, loadCodebook, restoreCodes, softDeleteCodes, storeCodebook } from '../store/codes.ts';
import type { Db } from '../store/database.ts';
import { listIndicators } from '../store/indicators.ts';
import { listPillars } from '../store/pillars.ts';
import { listPlacedBy, notePlaced } from '../store/placed-codes.ts';
import { unfollowMerge } from '../store/save-memo.ts';
import { changeCodebook } from './change-codebook.ts';
import { codingsFor, takeBackCodings } from './hand-over-codings.ts';
import { storeMerge } from './merge-codes.ts';
import { planMerges } from './plan-merges.ts';
import { acceptAgain, checkAcceptAgain, undoAcceptance } from './retake-acceptance.ts';
import { handOne } from './split-code.ts';
import type { Told } from './take-made-code.ts';
import { takeBackMerges } from './undo-code-merge.ts';

type Desk = {
	readonly context: Context;
	readonly trx: Db;
	readonly project: Project;
	readonly change: CodeChange;
};
type Outcome = Pick<RetakenChangeAnswer, 'restored' | 'left'> &
	Pick<Retaken, 'spared' | 'taken'> & { readonly events?: readonly Told[] };

/** Takes back one of one's own changes of the codebook; what someone else went on with stays, and is told. */
export const undoCodeChange = async (
	context: Context,
	projectId: string,
	changeId: string
): Promise<Result<RetakenChangeAnswer>> =>
	retake(context, projectId, changeId, 'undo', async (desk, book) => {
		const { trx, project, change } = desk;
		const { steps, handed, merges, proposal } = change.wayBack;
		const at = context.now();
		if (proposal) {
			const back = await undoAcceptance(context, desk, book, proposal);
			return back.ok ? ok({ restored: 0, ...none, taken: 1, events: back.value }) : back;
		}
		if (merges.length > 0) {
			const back = await takeBackMerges(trx, project, merges, at);
			if (!back.ok) return back;
			await deleteForerunnersOfChange(trx, change.id);
			await markUndone(trx, change.id, at);
			return ok({ ...back.value, taken: 1, spared: [] });
		}
		const seen = { restored: 0, left: 0 };
		for (const one of [...handed].reverse()) {
			const back = await takeBackCodings(trx, project.id, one, at);
			seen.restored += back.restored;
			seen.left += back.left;
			if (one.memos) await unfollowMerge(trx, { from: one.fromCodeId, into: one.intoCodeId }, one.memos);
		}
		const tree = await takeInTree(desk, book, inverseOf(steps), null);
		if (handed.length > 0) await deleteForerunnersOfChange(trx, change.id);
		await markUndone(trx, change.id, at, { ...change.wayBack, steps: inverseOf(tree.own) });
		const restored = seen.restored + tree.restored;
		return ok({ restored, left: seen.left, spared: tree.spared, taken: tree.taken + seen.restored });
	});

/** Does a change again that was undone, as the codebook is now; what someone else went on with stays, and is told. */
export const redoCodeChange = async (
	context: Context,
	projectId: string,
	changeId: string
): Promise<Result<RetakenChangeAnswer>> =>
	retake(context, projectId, changeId, 'redo', async (desk, book) => {
		const { trx, change } = desk;
		const { steps, handed, merges, lineage, proposal } = change.wayBack;
		const made = { by: context.actor.userId, at: context.now(), changeId: change.id };
		if (merges.length > 0) {
			const again = await mergeAgain(desk, book);
			if (!again.ok) return again;
			await insertForerunners(trx, lineage, made);
			await markUndone(trx, change.id, null, { ...change.wayBack, merges: again.value });
			return ok({ restored: again.value.reduce((sum, { moved }) => sum + moved.length, 0), ...none, taken: 1 });
		}
		const waits = proposal ? await checkAcceptAgain(desk, proposal) : ok(null);
		if (!waits.ok) return waits;
		const tree = await takeInTree(desk, book, steps, change.undoneAt);
		const now = await loadCodebook(trx, desk.project.id);
		const given = [];
		let restored = 0;
		for (const way of handed) {
			if (!now.byId.has(way.fromCodeId) || !now.byId.get(way.intoCodeId)?.isCodable) continue;
			const part = await codingsFor(trx, way.fromCodeId, way.intoCodeId, way.codingIds);
			restored += part.codings.filter(({ codeId }) => codeId === way.fromCodeId).length;
			given.push(await handOne(context, trx, way, part));
		}
		const left = handed.reduce((sum, { codingIds }) => sum + codingIds.length, 0) - restored;
		const here = lineage.filter(({ codeId }) => now.byId.has(codeId));
		if (given.length > 0) await insertForerunners(trx, here, made);
		const wayBack = { ...change.wayBack, steps: tree.own, handed: given.length > 0 ? given : handed };
		await markUndone(trx, change.id, null, wayBack);
		const events = proposal && tree.taken > 0 ? await acceptAgain(desk, proposal) : [];
		return ok({ restored, left, spared: tree.spared, taken: tree.taken + restored, events });
	});

const none = { left: 0, spared: [] };

const retake = async (
	context: Context,
	projectId: string,
	changeId: string,
	way: 'undo' | 'redo',
	step: (desk: Desk, book: Codebook) => Promise<Result<Outcome>>
): Promise<Result<RetakenChangeAnswer>> =>
	changeCodebook(
		context,
		projectId,
		{ change: 'changed', kind: null, action: `code.${way}` },
		async (trx, book, project) => {
			const change = isUuid(changeId) ? await lockCodeChange(trx, project.id, changeId) : null;
			if (!change) return fail('code-change-unknown');
			if (change.by !== context.actor.userId) return fail('code-change-not-yours');
			if ((change.undoneOrder !== null) !== (way === 'redo'))
				return fail(way === 'undo' ? 'code-change-undone' : 'code-change-stands');
			const done = await step({ context, trx, project, change }, book);
			if (!done.ok) return done;
			const { taken, spared, events = [], ...told } = done.value;
			// What cannot be taken at all stays in the log as it was.
			if (taken === 0) return fail('code-change-spared', { names: spared.map(({ name }) => name).join(', ') });
			const answer = await codeChangeAnswerOf(context, trx, project.id, change.id);
			return answer
				? ok({ ids: change.wayBack.codeIds, answer: { change: answer, ...told, spared: [...spared] }, events })
				: fail('code-change-unknown');
		}
	);

/** Takes steps in the tree, and stores what became of it; `since` = from when on a changed coding is another's work. */
const takeInTree = async (
	{ context, trx, project, change }: Desk,
	book: Codebook,
	steps: readonly CodeStep[],
	since: Date | null
): Promise<Retaken & { readonly restored: number }> => {
	const { deletionId, codings } = change.wayBack;
	const { userId: by } = context.actor;
	const subjects = steps.map(subjectOf);
	const inUse = await listCodesInUse(trx, subjects, since ? codings : [], since);
	const taken = retakeSteps(book, steps, { inUse, placedBy: await listPlacedBy(trx, subjects, by) });
	const at = context.now();
	await softDeleteCodes(trx, taken.removed, { deletionId: deletionId ?? context.newId(), at });
	const restored = await restoreCodes(trx, project.id, taken.added, deletionId, 'aside');
	const aside = taken.added.flatMap((id) => {
		const code = taken.book.byId.get(id);
		return code ? [{ ...code, name: id, parentId: null }] : [];
	});
	const after = await withoutGoneLinks(trx, project, taken.book);
	await storeCodebook(trx, project.id, codebookOf([...book.codes, ...aside]), after, { by, at });
	await notePlaced(trx, taken.placed, by);
	return { ...taken, restored: restored.length };
};

/** What a code was linked to may have gone since. */
const withoutGoneLinks = async (trx: Db, project: Project, book: Codebook): Promise<Codebook> => {
	const pillars = new Set((await listPillars(trx, project.id)).map(({ id }) => id));
	const indicators = new Set((await listIndicators(trx, project.id)).map(({ id }) => id));
	return codebookOf(
		book.codes.map((code) => ({
			...code,
			pillarIds: code.pillarIds && code.pillarIds.filter((id) => pillars.has(id)),
			indicators: code.indicators.filter(({ indicatorId }) => indicators.has(indicatorId))
		}))
	);
};

/** Merges again what was merged, unless someone changed a code that would go. */
const mergeAgain = async (
	{ context, trx, project, change }: Desk,
	book: Codebook
): Promise<Result<readonly MergeBack[]>> => {
	const { steps, merges } = change.wayBack;
	for (const step of steps) {
		if (step.kind !== 'remove') continue;
		const present = book.byId.get(step.code.id);
		if (!present || !saysSame(present, step.code)) return fail('code-change-spared', { names: step.code.name });
	}
	const again: MergeBack[] = [];
	for (const { fromCodeId, intoCodeId, uniteOverlaps = false } of merges) {
		const now = await loadCodebook(trx, project.id);
		const planned = await planMerges(trx, now, { fromCodeIds: [fromCodeId], intoCodeId, uniteOverlaps });
		if (!planned.ok) return planned;
		for (const one of planned.value) again.push(await storeMerge(context, trx, project, one));
	}
	return ok(again);
};
