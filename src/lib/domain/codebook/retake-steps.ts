import type { CodeId } from '../project/ids.ts';
import type { Code } from './code.ts';
import { ChangingTree } from './changing-tree.ts';
import type { Codebook } from './codebook.ts';
import { codeWords, isSame, pick, saysSame, spotOf, subjectOf } from './code-steps.ts';
import type { CodeStep, CodeWords, Spot } from './code-steps.ts';

/** Why a step was left alone. */
export type SpareReason = 'changed' | 'gone' | 'in-use' | 'name-taken' | 'parent-gone' | 'there';

/** A step that was not taken because someone else went on with the code; it stays as that person left it. */
export type Spared = { readonly codeId: CodeId; readonly name: string; readonly why: SpareReason };

/** What the codebook becomes when steps are taken, and which were spared. */
export type Retaken = {
	readonly book: Codebook;
	/** codes that come back */
	readonly added: readonly CodeId[];
	/** codes that go, those below first */
	readonly removed: readonly CodeId[];
	/** how many steps were taken, at least in part */
	readonly taken: number;
	readonly spared: readonly Spared[];
	/** the steps without what someone else decided meanwhile: all that this person may take back, or do again, later */
	readonly own: readonly CodeStep[];
	/** codes that this gave a place */
	readonly placed: readonly CodeId[];
};

/** What happened with codes since, as far as the codes themselves do not tell. */
export type Since = {
	/** codes with codings or memos that are not of this change: they do not go, and do not become a folder */
	readonly inUse: ReadonlySet<CodeId>;
	/** who put a code where it stands, among its siblings too; absent = not known: then its neighbours tell */
	readonly placedBy: ReadonlyMap<CodeId, 'me' | 'other'>;
};

/**
 * Takes steps of an undo or redo on the codebook as it is now, without touching the work of another: a step is taken
 * only where the code is as the change left it. What someone else decided stays theirs: once spared, it is not among the
 * steps that may be taken later, wherever the code happens to stand then. All steps are weighed against the codebook
 * before any is taken.
 */
export const retakeSteps = (book: Codebook, steps: readonly CodeStep[], since: Since): Retaken => {
	// What turns out not to go or not to move stays from the start, so that the others find the tree and its names so.
	const staying = new Map<CodeStep, SpareReason>();
	const keepingName = new Set<CodeStep>();
	for (;;) {
		const { retaken, unfit, named } = attempt(book, steps, since, { staying, keepingName });
		if (unfit.size === 0 && named.size === 0) return retaken;
		for (const [step, why] of unfit) staying.set(step, why);
		for (const step of named) keepingName.add(step);
	}
};

type Known = { readonly staying: ReadonlyMap<CodeStep, SpareReason>; readonly keepingName: ReadonlySet<CodeStep> };

const attempt = (
	book: Codebook,
	steps: readonly CodeStep[],
	since: Since,
	{ staying, keepingName }: Known
): {
	readonly retaken: Retaken;
	readonly unfit: ReadonlyMap<CodeStep, SpareReason>;
	readonly named: ReadonlySet<CodeStep>;
} => {
	const tree = new ChangingTree(book);
	const unfit = new Map<CodeStep, SpareReason>();
	const named = new Set<CodeStep>();
	const added: CodeId[] = [];
	const removed: CodeId[] = [];
	const placed: CodeId[] = [];
	const spared: Spared[] = [];
	const theirs = new Map<CodeStep, readonly (keyof CodeWords)[] | 'all'>();
	let taken = 0;
	const going = steps.filter((step) => !staying.has(step));
	const freeing = going.filter((step) => !keepingName.has(step) && freesName(book, step, since.placedBy));
	const leaving = new Set(freeing.map(subjectOf));
	const lifted = new Set(leavingSpot(book, going, since.placedBy));
	let isLifted = false;
	for (const step of besideNeighbours(steps, lifted)) {
		if (step.kind === 'move' && !isLifted) {
			// All that move are lifted first, so that each finds the neighbours that it had.
			for (const id of lifted) tree.lift(id);
			isLifted = true;
		}
		const stays = staying.get(step);
		const why = stays ? spare(stays) : take(book, tree, step, since, leaving);
		const [reason] = why.spared;
		if (step.kind === 'move' && !stays && reason && lifted.has(subjectOf(step))) unfit.set(step, reason);
		if (step.kind === 'remove' && !stays && reason) unfit.set(step, reason);
		if (step.kind === 'describe' && freeing.includes(step) && why.spared.includes('name-taken')) named.add(step);
		if (why.spared.includes('changed')) theirs.set(step, why.changed ?? 'all');
		for (const one of new Set(why.spared)) spared.push({ codeId: subjectOf(step), name: nameOf(book, step), why: one });
		if (!why.isTaken) continue;
		taken += 1;
		if (step.kind === 'add' || step.kind === 'move') placed.push(subjectOf(step));
		if (step.kind === 'add') added.push(step.code.id);
		if (step.kind === 'remove') removed.push(step.code.id);
	}
	const own = steps.flatMap((step) => stillOwn(step, theirs.get(step) ?? []));
	return { retaken: { book: tree.toBook(), added, removed, taken, spared, own, placed }, unfit, named };
};

type Outcome = {
	readonly isTaken: boolean;
	readonly spared: readonly SpareReason[];
	/** the words that someone else changed */
	readonly changed?: readonly (keyof CodeWords)[];
};
const done: Outcome = { isTaken: true, spared: [] };
const spare = (why: SpareReason): Outcome => ({ isTaken: false, spared: [why] });

/** A step without the words that are another's now. */
const stillOwn = (step: CodeStep, others: readonly (keyof CodeWords)[] | 'all'): readonly CodeStep[] => {
	if (others === 'all') return [];
	if (step.kind !== 'describe' || others.length === 0) return [step];
	const fields = codeWords.filter((field) => field in step.after && !others.includes(field));
	return fields.length === 0 ? [] : [{ ...step, before: pick(step.before, fields), after: pick(step.after, fields) }];
};

const nameOf = (book: Codebook, step: CodeStep): string =>
	book.byId.get(subjectOf(step))?.name ?? ('code' in step ? step.code.name : '');

/** Whether a step makes the name of its code free where it stands now. */
const freesName = (book: Codebook, step: CodeStep, placedBy: Since['placedBy']): boolean => {
	const present = book.byId.get(subjectOf(step));
	if (!present || step.kind === 'add') return false;
	if (step.kind === 'describe') return step.after.name !== undefined && present.name === step.before.name;
	return step.kind === 'remove' || isAtSpot(spotOf(book, present), step.before, placedBy.get(present.id));
};

/** The codes that stand where a move left them. */
const leavingSpot = (book: Codebook, steps: readonly CodeStep[], placedBy: Since['placedBy']): readonly CodeId[] =>
	steps.flatMap((step) => {
		const present = step.kind === 'move' ? book.byId.get(step.codeId) : undefined;
		return step.kind === 'move' && present && isAtSpot(spotOf(book, present), step.before, placedBy.get(present.id))
			? [step.codeId]
			: [];
	});

/** The steps with their moves in such an order that each finds a neighbour that is in its place already, if it can. */
const besideNeighbours = (steps: readonly CodeStep[], lifted: ReadonlySet<CodeId>): readonly CodeStep[] => {
	const isMove = (step: CodeStep) => step.kind === 'move';
	const waiting = steps.filter(isMove);
	const away = new Set(lifted);
	const ordered: CodeStep[] = [];
	while (waiting.length > 0) {
		const found = waiting.findIndex(({ after: { previous, next } }) =>
			[previous, next].some((id) => id === null || !away.has(id))
		);
		const [step] = waiting.splice(Math.max(found, 0), 1);
		if (!step) break;
		ordered.push(step);
		away.delete(step.codeId);
	}
	const first = steps.findIndex(isMove);
	const others = (from: number, to?: number) => steps.slice(from, to).filter((step) => !isMove(step));
	return first === -1 ? steps : [...others(0, first), ...ordered, ...others(first)];
};

/**
 * Whether a code stands where this person left it: below the same parent, where nobody else put it; when that is not
 * known, with one of its neighbours still beside it.
 */
const isAtSpot = (present: Spot, left: Spot, placedBy: 'me' | 'other' | undefined): boolean =>
	present.parentId === left.parentId &&
	(placedBy === undefined ? present.previous === left.previous || present.next === left.next : placedBy === 'me');

const take = (
	book: Codebook,
	tree: ChangingTree,
	step: CodeStep,
	{ inUse, placedBy }: Since,
	leaving: ReadonlySet<CodeId>
): Outcome => {
	const id = subjectOf(step);
	const present = book.byId.get(id);
	if (step.kind === 'add') {
		if (present) return spare('there');
		const { parentId } = step.spot;
		if (parentId !== null && !tree.has(parentId)) return spare('parent-gone');
		if (!tree.isFree(step.code.name, parentId, id, leaving)) return spare('name-taken');
		tree.put(step.code, step.spot);
		return done;
	}
	if (!present) return spare('gone');
	switch (step.kind) {
		case 'remove':
			if (!saysSame(present, step.code) || placedBy.get(id) === 'other') return spare('changed');
			if (inUse.has(id) || tree.hasChildren(id)) return spare('in-use');
			tree.takeOut(id);
			return done;
		case 'move': {
			const { parentId } = step.after;
			if (!isAtSpot(spotOf(book, present), step.before, placedBy.get(id))) return spare('changed');
			const now = tree.get(id) ?? present;
			if (parentId !== null && !tree.has(parentId)) return spare('parent-gone');
			if (parentId !== null && tree.isBelow(parentId, id)) return spare('changed');
			if (!tree.isFree(now.name, parentId, id, leaving)) return spare('name-taken');
			tree.put(now, step.after);
			return done;
		}
		case 'describe':
			return describe(tree, present, step, inUse, leaving);
		default:
			return step satisfies never;
	}
};

/** Field by field: what a colleague wrote stays, the rest goes back. */
const describe = (
	tree: ChangingTree,
	present: Code,
	{ before, after }: { readonly before: Partial<CodeWords>; readonly after: Partial<CodeWords> },
	inUse: ReadonlySet<CodeId>,
	leaving: ReadonlySet<CodeId>
): Outcome => {
	const now = tree.get(present.id) ?? present;
	const reasons: SpareReason[] = [];
	const changed: (keyof CodeWords)[] = [];
	const fields = Object.fromEntries(
		Object.entries(after).filter(([field, value]) => {
			if (!isSame(present[field as keyof CodeWords], before[field as keyof CodeWords])) {
				reasons.push('changed');
				changed.push(field as keyof CodeWords);
			} else if (field === 'name' && !tree.isFree(String(value), now.parentId, now.id, leaving))
				reasons.push('name-taken');
			else if (field === 'isCodable' && value === false && inUse.has(now.id)) reasons.push('in-use');
			else return true;
			return false;
		})
	);
	const isTaken = Object.keys(fields).length > 0;
	if (isTaken) tree.replace({ ...now, ...fields });
	return { isTaken, spared: reasons, changed };
};
