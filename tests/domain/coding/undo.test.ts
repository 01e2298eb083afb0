import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agrees, checkStep, inverseOf, type Decided, type Decision, type Step } from '#lib/domain/coding/undo.ts';

type World = Map<string, Decided>;

/** What a server and a desk do with a step. */
const take = (world: World, step: Step): void => {
	if (step.kind === 'add') world.set(step.coding.id, step.coding);
	else if (step.kind === 'remove') world.delete(step.coding.id);
	else {
		const present = world.get(step.id);
		if (present) world.set(step.id, { ...present, ...step.after });
	}
};

/** Takes the steps that touch nobody else's work. */
const takeSafely = (world: World, steps: readonly Step[]): void => {
	for (const step of steps) {
		const id = step.kind === 'change' ? step.id : step.coding.id;
		if (checkStep(step, world.get(id)) === 'possible') take(world, step);
	}
};

const none = { change: null, level: null } as const;
const decision: fc.Arbitrary<Decision> = fc.record({
	range: fc.integer({ min: 0, max: 9 }).map((start) => ({ start, end: start + 3 })),
	codeId: fc.constantFrom('green', 'safe', 'traffic'),
	valences: fc.constantFrom(
		none,
		{ change: 'forward', level: null } as const,
		{ change: null, level: 'good' } as const
	),
	isImportant: fc.boolean()
});
const decided: fc.Arbitrary<Decided> = fc
	.tuple(fc.constantFrom('a', 'b', 'c', 'd'), decision)
	.map(([id, rest]) => ({ id, ...rest }));

type Plan = {
	readonly who: 'me' | 'other';
	readonly what: 'add' | 'remove' | 'change' | 'undo' | 'redo';
	readonly with: Decided;
};
const plan = (who: fc.Arbitrary<'me' | 'other'>): fc.Arbitrary<readonly Plan[]> =>
	fc.array(
		fc.record({
			who,
			what: fc.constantFrom('add', 'remove', 'change', 'change', 'undo', 'undo', 'redo'),
			with: decided
		}),
		{ maxLength: 40 }
	);

/** What an actor does by hand now, as steps; nothing when it is not possible. */
const stepsOf = (world: World, { what, with: coding }: Plan): readonly Step[] => {
	const present = world.get(coding.id);
	if (what === 'add') return present ? [] : [{ kind: 'add', coding }];
	if (!present) return [];
	if (what === 'remove') return [{ kind: 'remove', coding: present }];
	if (agrees(present, { codeId: coding.codeId })) return [];
	return [{ kind: 'change', id: coding.id, before: { codeId: present.codeId }, after: { codeId: coding.codeId } }];
};

/** Plays a plan and tells before and after of each undo and redo. */
const play = (
	plans: readonly Plan[],
	onUndo: (before: World, after: World) => void
): { world: World; done: Step[][] } => {
	const world: World = new Map();
	const done: Step[][] = [];
	let undone: Step[][] = [];
	for (const one of plans) {
		if (one.what === 'undo' || one.what === 'redo') {
			if (one.who === 'other') continue;
			const steps = (one.what === 'undo' ? done : undone).pop();
			if (!steps) continue;
			(one.what === 'undo' ? undone : done).push(steps);
			const before = new Map(world);
			takeSafely(world, one.what === 'undo' ? inverseOf(steps) : steps);
			onUndo(before, world);
			continue;
		}
		const steps = stepsOf(world, one);
		for (const step of steps) take(world, step);
		if (one.who === 'other' || steps.length === 0) continue;
		done.push([...steps]);
		undone = [];
	}
	return { world, done };
};

describe('undo of codings', () => {
	it('brings one coder back to the beginning, and by redo to the end again', () => {
		fc.assert(
			fc.property(plan(fc.constant('me' as const)), (plans) => {
				const { world, done } = play(plans, () => {});
				const end = new Map(world);
				for (const steps of [...done].reverse()) takeSafely(world, inverseOf(steps));
				expect([...world.keys()]).toEqual([]);
				for (const steps of done) takeSafely(world, steps);
				expect(Object.fromEntries(world)).toEqual(Object.fromEntries(end));
			})
		);
	});

	it('never changes a code that a colleague chose, nor takes away what a colleague made, whatever happened between', () => {
		fc.assert(
			fc.property(plan(fc.constantFrom('me', 'other')), (plans) => {
				const chosenByOther = new Map<string, string>();
				const world: World = new Map();
				const done: Step[][] = [];
				let undone: Step[][] = [];
				for (const one of plans) {
					if (one.what === 'undo' || one.what === 'redo') {
						if (one.who === 'other') continue;
						const steps = (one.what === 'undo' ? done : undone).pop();
						if (!steps) continue;
						(one.what === 'undo' ? undone : done).push(steps);
						takeSafely(world, one.what === 'undo' ? inverseOf(steps) : steps);
						for (const [id, codeId] of chosenByOther) expect(world.get(id)?.codeId).toBe(codeId);
						continue;
					}
					// The colleague uses codes of their own, so that it can be seen whose choice stands.
					const mine = one.who === 'me' ? one : { ...one, with: { ...one.with, codeId: `other-${one.with.codeId}` } };
					const steps = stepsOf(world, mine);
					for (const step of steps) {
						take(world, step);
						const id = step.kind === 'change' ? step.id : step.coding.id;
						if (one.who === 'other' && step.kind !== 'remove') chosenByOther.set(id, mine.with.codeId);
						else chosenByOther.delete(id);
					}
					if (one.who === 'me' && steps.length > 0) {
						done.push([...steps]);
						undone = [];
					}
				}
			}),
			{ numRuns: 1000 }
		);
	});

	it('tells a coding that was changed from one that has gone', () => {
		const coding: Decided = {
			id: 'a',
			range: { start: 0, end: 4 },
			codeId: 'green',
			valences: none,
			isImportant: false
		};
		const [back] = inverseOf([{ kind: 'add', coding }]);
		if (!back) throw new Error('an action has a way back');
		expect(checkStep(back, coding)).toBe('possible');
		expect(checkStep(back, { ...coding, codeId: 'safe' })).toBe('changed');
		expect(checkStep(back, undefined)).toBe('gone');
	});
});
