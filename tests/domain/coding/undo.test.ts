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
	readonly what: 'add' | 'remove' | 'change' | 'undo' | 'redo';
	readonly with: Decided;
};
const plan: fc.Arbitrary<readonly Plan[]> = fc.array(
	fc.record({
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

/** Plays a plan; `done` is what can be undone at the end. */
const play = (plans: readonly Plan[]): { world: World; done: Step[][] } => {
	const world: World = new Map();
	const done: Step[][] = [];
	let undone: Step[][] = [];
	for (const one of plans) {
		if (one.what === 'undo' || one.what === 'redo') {
			const steps = (one.what === 'undo' ? done : undone).pop();
			if (!steps) continue;
			(one.what === 'undo' ? undone : done).push(steps);
			takeSafely(world, one.what === 'undo' ? inverseOf(steps) : steps);
			continue;
		}
		const steps = stepsOf(world, one);
		for (const step of steps) take(world, step);
		if (steps.length === 0) continue;
		done.push([...steps]);
		undone = [];
	}
	return { world, done };
};

describe('undo of codings', () => {
	it('brings one coder back to the beginning, and by redo to the end again', () => {
		fc.assert(
			fc.property(plan, (plans) => {
				const { world, done } = play(plans);
				const end = new Map(world);
				for (const steps of [...done].reverse()) takeSafely(world, inverseOf(steps));
				expect([...world.keys()]).toEqual([]);
				for (const steps of done) takeSafely(world, steps);
				expect(Object.fromEntries(world)).toEqual(Object.fromEntries(end));
			})
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
