import type { CodeId } from '../project/ids.ts';
import type { Code } from './code.ts';
import { inTreeOrder, type Codebook } from './codebook.ts';

/** What is said about a code, apart from where it stands. */
export type CodeWords = Omit<Code, 'id' | 'parentId' | 'place'>;

/** Where a code stands, told by its neighbours: so it can be found again when others came in between. */
export type Spot = {
	readonly parentId: CodeId | null;
	readonly previous: CodeId | null;
	readonly next: CodeId | null;
};

/** One step of something a person did to the codebook; as data, so that it outlives the page. */
export type CodeStep =
	| { readonly kind: 'add'; readonly code: Code; readonly spot: Spot }
	| { readonly kind: 'remove'; readonly code: Code; readonly spot: Spot }
	| { readonly kind: 'move'; readonly codeId: CodeId; readonly before: Spot; readonly after: Spot }
	| {
			readonly kind: 'describe';
			readonly codeId: CodeId;
			readonly before: Partial<CodeWords>;
			readonly after: Partial<CodeWords>;
	  };

/** The fields of a code that say something of it, apart from where it stands. */
export const codeWords: readonly (keyof CodeWords)[] = [
	...(['name', 'definition', 'include', 'exclude', 'example', 'synonyms'] as const),
	...(['color', 'isCodable', 'pillarIds', 'indicators'] as const)
];

/** Whether two values of a field of a code say the same. */
export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whether a code still says what it said, wherever it stands. */
export const saysSame = (a: CodeWords, b: CodeWords): boolean => codeWords.every((field) => isSame(a[field], b[field]));

/** Where a code stands in the tree. */
export const spotOf = (book: Codebook, { id, parentId }: Code): Spot => {
	const parent = parentId !== null && book.byId.has(parentId) ? parentId : null;
	const siblings = book.children.get(parent) ?? [];
	const at = siblings.findIndex((code) => code.id === id);
	return { parentId: parent, previous: siblings[at - 1]?.id ?? null, next: siblings[at + 1]?.id ?? null };
};

/** The code a step is about. */
export const subjectOf = (step: CodeStep): CodeId =>
	step.kind === 'add' || step.kind === 'remove' ? step.code.id : step.codeId;

/**
 * What happened between two states of a codebook. `subjects` are the codes that the person moved: their siblings only
 * make room, and that is no step.
 */
export const stepsBetween = (before: Codebook, after: Codebook, subjects: ReadonlySet<CodeId>): readonly CodeStep[] => {
	const adds: CodeStep[] = [];
	const moves: CodeStep[] = [];
	const describes: CodeStep[] = [];
	for (const { code } of inTreeOrder(after)) {
		const was = before.byId.get(code.id);
		if (!was) {
			adds.push({ kind: 'add', code, spot: spotOf(after, code) });
			continue;
		}
		if (code.parentId !== was.parentId || (subjects.has(code.id) && isReordered(before, after, code)))
			moves.push({ kind: 'move', codeId: code.id, before: spotOf(before, was), after: spotOf(after, code) });
		const fields = codeWords.filter((field) => !isSame(was[field], code[field]));
		if (fields.length > 0)
			describes.push({ kind: 'describe', codeId: code.id, before: pick(was, fields), after: pick(code, fields) });
	}
	const removes = inTreeOrder(before)
		.filter(({ code }) => !after.byId.has(code.id))
		.map(({ code }): CodeStep => ({ kind: 'remove', code, spot: spotOf(before, code) }))
		.reverse();
	return [...adds, ...moves, ...describes, ...removes];
};

/** A code as it was before steps that changed it, the oldest step first. */
export const codeBefore = (code: Code, steps: readonly CodeStep[]): Code =>
	steps.toReversed().reduce<Code>((now, step) => {
		if (subjectOf(step) !== code.id) return now;
		if (step.kind === 'describe') return { ...now, ...step.before };
		return step.kind === 'move' ? { ...now, parentId: step.before.parentId } : now;
	}, code);

/** Some fields of a code. */
export const pick = (words: Partial<CodeWords>, fields: readonly (keyof CodeWords)[]): Partial<CodeWords> =>
	Object.fromEntries(fields.map((field) => [field, words[field]]));

/** Whether a code changed places with siblings that were there before and after. */
const isReordered = (before: Codebook, after: Codebook, { id, parentId }: Code): boolean => {
	const order = (book: Codebook, other: Codebook) =>
		(book.children.get(parentId) ?? []).filter((code) => other.byId.get(code.id)?.parentId === parentId);
	const index = (list: readonly Code[]) => list.findIndex((code) => code.id === id);
	return index(order(before, after)) !== index(order(after, before));
};

/** The steps that take a change back: the last step first. */
export const inverseOf = (steps: readonly CodeStep[]): readonly CodeStep[] =>
	[...steps].reverse().map((step) => {
		switch (step.kind) {
			case 'add':
				return { ...step, kind: 'remove' };
			case 'remove':
				return { ...step, kind: 'add' };
			case 'move':
			case 'describe':
				return { ...step, before: step.after, after: step.before } as CodeStep;
			default:
				return step satisfies never;
		}
	});
