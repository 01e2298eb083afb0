import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeCode, newCode } from '#lib/domain/codebook/change-code.ts';
import { nextToRedo, nextToUndo, type LoggedChange } from '#lib/domain/codebook/change-log.ts';
import type { Code } from '#lib/domain/codebook/code.ts';
import { inverseOf, spotOf, stepsBetween, type CodeStep } from '#lib/domain/codebook/code-steps.ts';
import { codebookOf, inTreeOrder, withDescendants, type Codebook } from '#lib/domain/codebook/codebook.ts';
import { emptyCode, foldCodes, moveCodes } from '#lib/domain/codebook/move-codes.ts';
import { retakeSteps, type Since } from '#lib/domain/codebook/retake-steps.ts';
import { valueOf } from '../../import/fixture.ts';

const code = (id: string, parentId: string | null, place: number, more: Partial<Code> = {}): Code => ({
	...emptyCode,
	id,
	name: `Code ${id} 😀`,
	parentId,
	place,
	...more
});
/** a (b, c (d)), e, f */
const start = codebookOf([
	code('a', null, 0),
	code('b', 'a', 0),
	code('c', 'a', 1),
	code('d', 'c', 0),
	code('e', null, 1),
	code('f', null, 2)
]);
const shape = (book: Codebook) => inTreeOrder(book).map(({ code: one, depth }) => `${depth} ${one.id} ${one.name}`);
const none: Since = { inUse: new Set(), placedBy: new Map() };

type Deed = {
	readonly what: 'add' | 'remove' | 'rename' | 'define' | 'move' | 'fold';
	readonly id: string;
	readonly to: string | null;
	readonly place: number;
	readonly word: string;
};
const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const deed: fc.Arbitrary<Deed> = fc.record({
	what: fc.constantFrom('add', 'remove', 'rename', 'define', 'move', 'move', 'fold'),
	id: fc.constantFrom(...ids),
	to: fc.option(fc.constantFrom(...ids)),
	place: fc.integer({ min: 0, max: 3 }),
	word: fc.constantFrom('Park', 'Café', 'Groen 😀', 'Wonen')
});

/** What the codebook becomes by a deed; null when it is refused. */
const act = (book: Codebook, { what, id, to, place, word }: Deed, newId: () => string): Codebook | null => {
	const withCode = (one: Code, places: readonly { id: string; place: number }[] = []) => {
		const placeOf = new Map(places.map((other) => [other.id, other.place]));
		const others = book.codes.filter((other) => other.id !== one.id);
		return codebookOf([...others.map((other) => ({ ...other, place: placeOf.get(other.id) ?? other.place })), one]);
	};
	switch (what) {
		case 'add': {
			const made = newCode(book, { ...emptyCode, id: newId(), name: word, parentId: to }, place);
			return made.ok ? withCode(made.value.code, made.value.places) : null;
		}
		case 'remove': {
			if (!book.byId.has(id)) return null;
			const gone = new Set(withDescendants(book, id).map((one) => one.id));
			return codebookOf(book.codes.filter((one) => !gone.has(one.id)));
		}
		case 'rename':
		case 'define': {
			const changed = changeCode(book, id, what === 'rename' ? { name: word } : { definition: word });
			return changed.ok ? withCode(changed.value.code) : null;
		}
		case 'move': {
			const moved = moveCodes(book, word === 'Park' && book.byId.has('e') ? [id, 'e'] : [id], to, place);
			return moved.ok ? moved.value : null;
		}
		case 'fold': {
			const folded = foldCodes(book, [id, ...(to === null ? [] : [to])], { name: word }, newId);
			return folded.ok ? folded.value.book : null;
		}
		default:
			return what satisfies never;
	}
};
const subjects = (book: Codebook, { id, to }: Deed) =>
	new Set([
		id,
		'e',
		...(to === null ? [] : [to]),
		...book.codes.map((one) => one.id).filter((one) => one.startsWith('new'))
	]);
const counter = () => {
	let next = 0;
	return () => `new-${(next += 1)}`;
};

describe('undo in the tree', () => {
	it('brings one person back to the beginning, and by redo to the end again', () => {
		fc.assert(
			fc.property(fc.array(deed, { maxLength: 12 }), (deeds) => {
				const newId = counter();
				let book = start;
				const done: (readonly CodeStep[])[] = [];
				for (const one of deeds) {
					const after = act(book, one, newId);
					if (!after) continue;
					done.push(stepsBetween(book, after, subjects(after, one)));
					book = after;
				}
				const end = shape(book);
				for (const steps of [...done].reverse()) {
					const back = retakeSteps(book, inverseOf(steps), none);
					expect(back.spared).toEqual([]);
					book = back.book;
				}
				expect(shape(book)).toEqual(shape(start));
				for (const steps of done) book = retakeSteps(book, steps, none).book;
				expect(shape(book)).toEqual(end);
			}),
			{ numRuns: 500 }
		);
	});

	it('never takes back a name, words or place that a colleague chose, nor a code that a colleague made', () => {
		const plan = fc.array(fc.record({ who: fc.constantFrom('me', 'other'), undo: fc.boolean(), deed }), {
			maxLength: 25
		});
		fc.assert(
			fc.property(plan, (plans) => {
				const newId = counter();
				let book = start;
				const done: (readonly CodeStep[])[] = [];
				const undone: (readonly CodeStep[])[] = [];
				/** what the colleague decided last, about each code */
				const chosen = new Map<string, { name?: string; definition?: string; parentId?: string | null }>();
				const made = new Set<string>();
				const placedBy = new Map<string, 'me' | 'other'>();
				for (const { who, undo, deed: one } of plans) {
					if (who === 'me' && undo) {
						const isRedo = one.place === 0;
						const steps = (isRedo ? undone : done).pop();
						if (!steps) continue;
						const taken = retakeSteps(book, isRedo ? steps : inverseOf(steps), { ...none, placedBy });
						for (const id of taken.placed) placedBy.set(id, 'me');
						(isRedo ? done : undone).push(isRedo ? taken.own : inverseOf(taken.own));
						book = taken.book;
						for (const [id, choice] of chosen) {
							const present = book.byId.get(id);
							if (present) expect(present).toMatchObject(choice);
						}
						for (const id of made) expect(book.byId.has(id)).toBe(true);
						continue;
					}
					// The colleague writes words of their own, so that it can be seen whose choice stands.
					const mine = who === 'me' ? one : { ...one, word: `${one.word} (ander)` };
					const after = act(book, mine, newId);
					if (!after) continue;
					const steps = stepsBetween(book, after, subjects(after, mine));
					for (const step of steps) {
						const id = 'code' in step ? step.code.id : step.codeId;
						if (step.kind === 'add' || step.kind === 'move') placedBy.set(id, who);
						if (step.kind === 'add' && who === 'other') made.add(id);
						if (step.kind === 'remove') {
							chosen.delete(id);
							made.delete(id);
						}
						if (step.kind === 'move')
							chosen.set(id, { ...chosen.get(id), ...(who === 'other' && { parentId: step.after.parentId }) });
						if (step.kind === 'move' && who === 'me') {
							const { parentId: _, ...rest } = chosen.get(id) ?? {};
							chosen.set(id, rest);
						}
						if (step.kind === 'describe') {
							const { name: _, definition: __, ...rest } = chosen.get(id) ?? {};
							chosen.set(id, who === 'other' ? { ...chosen.get(id), ...words(step.after) } : rest);
						}
					}
					book = after;
					if (who === 'me') {
						done.push(steps);
						undone.length = 0;
					}
				}
			}),
			{ numRuns: 1000 }
		);
	});

	it('keeps the tree whole: every code once, below a code that is there', () => {
		fc.assert(
			fc.property(fc.array(deed, { maxLength: 8 }), fc.array(deed, { maxLength: 4 }), (mine, theirs) => {
				const newId = counter();
				let book = start;
				const done: (readonly CodeStep[])[] = [];
				for (const one of mine) {
					const after = act(book, one, newId);
					if (!after) continue;
					done.push(stepsBetween(book, after, subjects(after, one)));
					book = after;
				}
				for (const one of theirs) book = act(book, one, newId) ?? book;
				for (const steps of done) book = retakeSteps(book, inverseOf(steps), none).book;
				expect(inTreeOrder(book)).toHaveLength(book.codes.length);
				for (const { parentId } of book.codes) expect(parentId === null || book.byId.has(parentId)).toBe(true);
				const names = book.codes.map(({ parentId, name }) => `${parentId} ${name.toLocaleLowerCase('nl')}`);
				expect(new Set(names).size).toBe(names.length);
			}),
			{ numRuns: 500 }
		);
	});

	it('keeps names apart when a folder that should go turns out to be in use', () => {
		const folded = valueOf(foldCodes(start, ['f', 'c'], { name: 'Wonen' }, () => 'n')).book;
		const steps = stepsBetween(start, folded, new Set(['c', 'f', 'n']));
		const colleague = valueOf(foldCodes(folded, ['f'], { name: 'Park' }, () => 'm')).book;
		const renamed = act(colleague, { what: 'rename', id: 'c', to: null, place: 0, word: 'Wonen' }, () => '');
		if (!renamed) throw new Error('a name that is free below the folder');
		const { book, spared } = retakeSteps(renamed, inverseOf(steps), none);
		expect(shape(book)).toEqual(shape(renamed));
		expect(spared.map(({ codeId, why }) => `${codeId} ${why}`)).toEqual(['f changed', 'c name-taken', 'n in-use']);
	});

	it('spares what someone else went on with, and says why', () => {
		const moved = valueOf(moveCodes(start, ['e', 'f'], 'a'));
		const steps = stepsBetween(start, moved, new Set(['e', 'f']));
		const elsewhere = valueOf(moveCodes(moved, ['e'], 'c'));
		const back = retakeSteps(elsewhere, inverseOf(steps), none);
		expect(back).toMatchObject({ taken: 1, spared: [{ codeId: 'e', why: 'changed' }] });
		expect(shape(back.book).map((line) => line.slice(0, 3))).toEqual(['0 a', '1 b', '1 c', '2 d', '2 e', '0 f']);
	});

	it('does not take again what a colleague decided, though the code stands where it stood before', () => {
		const moved = valueOf(moveCodes(start, ['e', 'f'], 'a', 0));
		const steps = stepsBetween(start, moved, new Set(['e', 'f']));
		const theirs = valueOf(moveCodes(moved, ['e'], null, 0));
		const back = retakeSteps(theirs, inverseOf(steps), none);
		expect(shape(back.book).map((line) => line.slice(0, 3))).toEqual(['0 e', '0 f', '0 a', '1 b', '1 c', '2 d']);
		const again = retakeSteps(back.book, inverseOf(back.own), none);
		expect(again.book.byId.get('e')?.parentId).toBeNull();
		expect(again.book.byId.get('f')?.parentId).toBe('a');
		expect(back.own.map((step) => step.kind === 'move' && step.codeId)).toEqual(['f']);
	});

	it('does not take again the words of a code that a colleague chose, and takes the others', () => {
		const described = valueOf(changeCode(start, 'e', { name: 'Park', definition: 'Groen 😀' })).code;
		const book = codebookOf([...start.codes.filter(({ id }) => id !== 'e'), described]);
		const theirs = valueOf(changeCode(book, 'e', { name: 'Code e 😀' })).code;
		const renamed = codebookOf([...book.codes.filter(({ id }) => id !== 'e'), theirs]);
		const back = retakeSteps(renamed, inverseOf(stepsBetween(start, book, new Set(['e']))), none);
		expect(back.book.byId.get('e')).toMatchObject({ name: 'Code e 😀', definition: '' });
		const again = retakeSteps(back.book, inverseOf(back.own), none);
		expect(again.book.byId.get('e')).toMatchObject({ name: 'Code e 😀', definition: 'Groen 😀' });
	});

	it('leaves a code where a colleague put it, also when it stands beside the same code as before', () => {
		const moved = valueOf(moveCodes(start, ['e'], 'a', 1));
		const theirs = valueOf(moveCodes(moved, ['b', 'e'], 'a', 2));
		const steps = inverseOf(stepsBetween(start, moved, new Set(['e'])));
		const back = retakeSteps(theirs, steps, { ...none, placedBy: new Map([['e', 'other']]) });
		expect(back).toMatchObject({ taken: 0, own: [], placed: [], spared: [{ codeId: 'e', why: 'changed' }] });
		expect(shape(back.book)).toEqual(shape(theirs));
	});

	it('does not take away a code of one’s own that a colleague put elsewhere', () => {
		const made = valueOf(newCode(start, { ...emptyCode, id: 'n', name: 'Nieuw', parentId: null }));
		const book = codebookOf([...start.codes, made.code]);
		const steps = inverseOf(stepsBetween(start, book, new Set(['n'])));
		const theirs = valueOf(moveCodes(book, ['n'], 'a'));
		const back = retakeSteps(theirs, steps, { ...none, placedBy: new Map([['n', 'other']]) });
		expect(back).toMatchObject({ removed: [], spared: [{ codeId: 'n', why: 'changed' }] });
	});

	it('does not take away a code that is in use, nor one with codes below it', () => {
		const { book, folderId } = valueOf(foldCodes(start, ['b'], { name: 'Map' }, () => 'map'));
		const steps = stepsBetween(start, book, new Set(['b', folderId]));
		expect(retakeSteps(book, inverseOf(steps), { ...none, inUse: new Set(['map']) }).spared).toMatchObject([
			{ codeId: 'map', why: 'in-use' }
		]);
		const joined = valueOf(moveCodes(book, ['e'], 'map'));
		const back = retakeSteps(joined, inverseOf(steps), none);
		expect(back.spared).toMatchObject([{ codeId: 'map', why: 'in-use' }]);
		expect(back.book.byId.get('b')?.parentId).toBe('a');
		expect(back.book.byId.get('e')?.parentId).toBe('map');
	});

	it('brings several codes that were moved among their siblings back in their order', () => {
		const moved = valueOf(moveCodes(start, ['a', 'e'], null, 1));
		const back = retakeSteps(moved, inverseOf(stepsBetween(start, moved, new Set(['a', 'e']))), none);
		expect(shape(back.book)).toEqual(shape(start));
	});

	it('lets two codes that swapped names have their own again', () => {
		const swapped = codebookOf(
			start.codes.map((one) =>
				one.id === 'e' ? { ...one, name: 'Code f 😀' } : one.id === 'f' ? { ...one, name: 'Code e 😀' } : one
			)
		);
		const back = retakeSteps(swapped, inverseOf(stepsBetween(start, swapped, new Set())), none);
		expect(back.spared).toEqual([]);
		expect(shape(back.book)).toEqual(shape(start));
	});
});

const words = (part: Partial<Code>) => ({
	...(part.name !== undefined && { name: part.name }),
	...(part.definition !== undefined && { definition: part.definition })
});

describe('folding and moving several codes', () => {
	it('puts a new folder where the first of them stood, with the codes in the order of the tree', () => {
		const { book } = valueOf(foldCodes(start, ['f', 'b', 'e'], { name: 'Map' }, () => 'map'));
		expect(shape(book).map((line) => line.slice(0, 5).trim())).toEqual([
			'0 a C',
			'1 map',
			'2 b C',
			'2 e C',
			'2 f C',
			'1 c C',
			'2 d C'
		]);
		expect(book.byId.get('map')).toMatchObject({ isCodable: false, parentId: 'a', place: 0 });
	});

	it('moves what stands below along, and refuses a place below one of them', () => {
		const moved = valueOf(moveCodes(start, ['c', 'd'], null, 0));
		expect(shape(moved).map((line) => line.slice(0, 3))).toEqual(['0 c', '1 d', '0 a', '1 b', '0 e', '0 f']);
		expect(moveCodes(start, ['a'], 'd').ok).toBe(false);
		expect(foldCodes(start, ['e'], { codeId: 'a' }, () => 'x')).toMatchObject({
			problems: [{ code: 'code-fold-no-folder' }]
		});
	});

	it('counts a place among the codes that stay', () => {
		const moved = valueOf(moveCodes(start, ['a', 'e'], null, 1));
		expect((moved.children.get(null) ?? []).map(({ id }) => id)).toEqual(['f', 'a', 'e']);
		expect(spotOf(moved, code('a', null, 0))).toEqual({ parentId: null, previous: 'f', next: 'e' });
	});
});

describe('what is undone next', () => {
	const change = (id: string, by: string, order: number, undoneOrder: number | null = null): LoggedChange => ({
		...{ id, by, order, undoneOrder }
	});

	it('is the last change of one’s own that stands, whatever colleagues did since', () => {
		const log = [change('1', 'ada', 1), change('2', 'ada', 2), change('3', 'bo', 3)];
		expect(nextToUndo(log, 'ada')?.id).toBe('2');
		expect(nextToUndo(log, 'bo')?.id).toBe('3');
		expect(nextToUndo(log, 'cas')).toBeNull();
	});

	it('is done again in the opposite order, until something new is made', () => {
		const log = [change('1', 'ada', 1, 5), change('2', 'ada', 2, 4), change('3', 'bo', 6)];
		expect(nextToRedo(log, 'ada')?.id).toBe('1');
		expect(nextToRedo([...log, change('4', 'ada', 7)], 'ada')).toBeNull();
		expect(nextToRedo(log, 'bo')).toBeNull();
	});
});
