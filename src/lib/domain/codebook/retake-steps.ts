import type { CodeId } from '../project/ids.ts';
import type { Code } from './code.ts';
import { codebookOf, pathOf, type Codebook } from './codebook.ts';
import { isSame, saysSame, spotOf, type CodeStep, type CodeWords, type Spot } from './code-steps.ts';

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
};

/**
 * Takes steps of an undo or redo on the codebook as it is now, without touching the work of another: a step is taken
 * only where the code is as the change left it. `inUse` holds codes with codings or memos that are not of this change:
 * they do not go, and do not become a folder. All steps are weighed against the codebook before any is taken.
 */
export const retakeSteps = (book: Codebook, steps: readonly CodeStep[], inUse: ReadonlySet<CodeId>): Retaken => {
	// What turns out not to go or not to move stays from the start, so that the others find the tree and its names so.
	const staying = new Map<CodeStep, SpareReason>();
	const keepingName = new Set<CodeStep>();
	for (;;) {
		const { retaken, unfit, named } = attempt(book, steps, inUse, { staying, keepingName });
		if (unfit.size === 0 && named.size === 0) return retaken;
		for (const [step, why] of unfit) staying.set(step, why);
		for (const step of named) keepingName.add(step);
	}
};

type Known = { readonly staying: ReadonlyMap<CodeStep, SpareReason>; readonly keepingName: ReadonlySet<CodeStep> };

const attempt = (
	book: Codebook,
	steps: readonly CodeStep[],
	inUse: ReadonlySet<CodeId>,
	{ staying, keepingName }: Known
): {
	readonly retaken: Retaken;
	readonly unfit: ReadonlyMap<CodeStep, SpareReason>;
	readonly named: ReadonlySet<CodeStep>;
} => {
	const tree = new Tree(book);
	const unfit = new Map<CodeStep, SpareReason>();
	const named = new Set<CodeStep>();
	const added: CodeId[] = [];
	const removed: CodeId[] = [];
	const spared: Spared[] = [];
	let taken = 0;
	const going = steps.filter((step) => !staying.has(step));
	const freeing = going.filter((step) => !keepingName.has(step) && freesName(book, step));
	const leaving = new Set(freeing.map(idOf));
	const lifted = new Set(leavingSpot(book, going));
	let isLifted = false;
	for (const step of besideNeighbours(steps, lifted)) {
		if (step.kind === 'move' && !isLifted) {
			// All that move are lifted first, so that each finds the neighbours that it had.
			for (const id of lifted) tree.lift(id);
			isLifted = true;
		}
		const stays = staying.get(step);
		const why = stays ? spare(stays) : take(book, tree, step, inUse, leaving);
		const [reason] = why.spared;
		if (step.kind === 'move' && !stays && reason && lifted.has(idOf(step))) unfit.set(step, reason);
		if (step.kind === 'remove' && !stays && reason) unfit.set(step, reason);
		if (step.kind === 'describe' && freeing.includes(step) && why.spared.includes('name-taken')) named.add(step);
		for (const one of new Set(why.spared)) spared.push({ codeId: idOf(step), name: nameOf(book, step), why: one });
		if (!why.isTaken) continue;
		taken += 1;
		if (step.kind === 'add') added.push(step.code.id);
		if (step.kind === 'remove') removed.push(step.code.id);
	}
	return { retaken: { book: tree.toBook(), added, removed, taken, spared }, unfit, named };
};

type Outcome = { readonly isTaken: boolean; readonly spared: readonly SpareReason[] };
const done: Outcome = { isTaken: true, spared: [] };
const spare = (why: SpareReason): Outcome => ({ isTaken: false, spared: [why] });

const idOf = (step: CodeStep): CodeId => ('code' in step ? step.code.id : step.codeId);
const nameOf = (book: Codebook, step: CodeStep): string =>
	book.byId.get(idOf(step))?.name ?? ('code' in step ? step.code.name : '');

/** Whether a step makes the name of its code free where it stands now. */
const freesName = (book: Codebook, step: CodeStep): boolean => {
	const present = book.byId.get(idOf(step));
	if (!present || step.kind === 'add') return false;
	if (step.kind === 'describe') return step.after.name !== undefined && present.name === step.before.name;
	return step.kind === 'remove' || isAtSpot(spotOf(book, present), step.before);
};

/** The codes that stand where a move left them. */
const leavingSpot = (book: Codebook, steps: readonly CodeStep[]): readonly CodeId[] =>
	steps.flatMap((step) => {
		const present = step.kind === 'move' ? book.byId.get(step.codeId) : undefined;
		return step.kind === 'move' && present && isAtSpot(spotOf(book, present), step.before) ? [step.codeId] : [];
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

/** Whether a code stands where it was left: below the same parent, with one of its neighbours still beside it. */
const isAtSpot = (present: Spot, left: Spot): boolean =>
	present.parentId === left.parentId && (present.previous === left.previous || present.next === left.next);

const take = (
	book: Codebook,
	tree: Tree,
	step: CodeStep,
	inUse: ReadonlySet<CodeId>,
	leaving: ReadonlySet<CodeId>
): Outcome => {
	const id = idOf(step);
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
			if (!saysSame(present, step.code)) return spare('changed');
			if (inUse.has(id) || tree.hasChildren(id)) return spare('in-use');
			tree.takeOut(id);
			return done;
		case 'move': {
			const { parentId } = step.after;
			if (!isAtSpot(spotOf(book, present), step.before)) return spare('changed');
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
	tree: Tree,
	present: Code,
	{ before, after }: { readonly before: Partial<CodeWords>; readonly after: Partial<CodeWords> },
	inUse: ReadonlySet<CodeId>,
	leaving: ReadonlySet<CodeId>
): Outcome => {
	const now = tree.get(present.id) ?? present;
	const reasons: SpareReason[] = [];
	const fields = Object.fromEntries(
		Object.entries(after).filter(([field, value]) => {
			if (!isSame(present[field as keyof CodeWords], before[field as keyof CodeWords])) reasons.push('changed');
			else if (field === 'name' && !tree.isFree(String(value), now.parentId, now.id, leaving))
				reasons.push('name-taken');
			else if (field === 'isCodable' && value === false && inUse.has(now.id)) reasons.push('in-use');
			else return true;
			return false;
		})
	);
	const isTaken = Object.keys(fields).length > 0;
	if (isTaken) tree.replace({ ...now, ...fields });
	return { isTaken, spared: reasons };
};

const plain = (name: string) => name.trim().toLocaleLowerCase('nl');

/** The tree while steps are taken: codes, and the order of the codes below each. */
class Tree {
	readonly #codes: Map<CodeId, Code>;
	readonly #orders: Map<CodeId | null, CodeId[]>;

	constructor(book: Codebook) {
		this.#codes = new Map(book.byId);
		this.#orders = new Map([...book.children].map(([parent, codes]) => [parent, codes.map(({ id }) => id)]));
	}

	has(id: CodeId): boolean {
		return this.#codes.has(id);
	}
	get(id: CodeId): Code | undefined {
		return this.#codes.get(id);
	}
	replace(code: Code): void {
		this.#codes.set(code.id, code);
	}
	hasChildren(id: CodeId): boolean {
		return this.#order(id).length > 0;
	}
	isBelow(id: CodeId, above: CodeId): boolean {
		return pathOf(codebookOf([...this.#codes.values()]), id).some((code) => code.id === above);
	}

	/** Whether no other code below this parent has the name; a code that goes away by this change does not count. */
	isFree(name: string, parentId: CodeId | null, self: CodeId, leaving: ReadonlySet<CodeId>): boolean {
		return !this.#order(parentId).some(
			(id) => id !== self && !leaving.has(id) && plain(this.#codes.get(id)?.name ?? '') === plain(name)
		);
	}

	takeOut(id: CodeId): void {
		this.lift(id);
		this.#codes.delete(id);
	}

	/** Out of its place, with what stands below it, until it is put somewhere. */
	lift(id: CodeId): void {
		const code = this.#codes.get(id);
		const order = this.#order(code?.parentId ?? null);
		const at = order.indexOf(id);
		if (code && at >= 0) order.splice(at, 1);
		if (code) this.#codes.set(id, { ...code, parentId: null });
	}

	/** Beside the neighbour that is still there, else at the end. */
	put(code: Code, { parentId, previous, next }: Spot): void {
		const order = this.#order(parentId);
		const after = previous === null ? -1 : order.indexOf(previous);
		const before = next === null ? -1 : order.indexOf(next);
		const isFirst = previous === null && next === null ? false : previous === null && before === -1;
		const at = after >= 0 ? after + 1 : before >= 0 ? before : isFirst ? 0 : order.length;
		order.splice(at, 0, code.id);
		this.#codes.set(code.id, { ...code, parentId });
	}

	toBook(): Codebook {
		const codes = [...this.#orders].flatMap(([, ids]) =>
			ids.flatMap((id, place) => {
				const code = this.#codes.get(id);
				return code ? [code.place === place ? code : { ...code, place }] : [];
			})
		);
		return codebookOf(codes);
	}

	#order(parentId: CodeId | null): CodeId[] {
		const found = this.#orders.get(parentId);
		if (found) return found;
		const order: CodeId[] = [];
		this.#orders.set(parentId, order);
		return order;
	}
}
