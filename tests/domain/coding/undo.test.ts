import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	agrees,
	checkStep,
	decidedBetween,
	decisionParts,
	inverseOf,
	leftTo,
	type Decided,
	type Decision,
	type DecisionPart,
	type Step
} from '#lib/domain/coding/undo.ts';

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
	readonly what: 'add' | 'remove' | 'change' | 'unite' | 'undo' | 'redo';
	/** what is decided anew by a change */
	readonly parts: readonly DecisionPart[];
	readonly with: Decided;
};
const plan: fc.Arbitrary<readonly Plan[]> = fc.array(
	fc.record({
		what: fc.constantFrom('add', 'remove', 'change', 'change', 'unite', 'undo', 'undo', 'redo'),
		parts: fc.subarray([...decisionParts], { minLength: 1 }),
		with: decided
	}),
	{ maxLength: 40 }
);

const partsOf = (of: Decision, parts: readonly DecisionPart[]): Partial<Decision> =>
	Object.fromEntries(parts.map((part) => [part, of[part]]));

/** What an actor does by hand now, as steps; nothing when it is not possible. */
const stepsOf = (world: World, { what, parts, with: coding }: Plan): readonly Step[] => {
	const present = world.get(coding.id);
	if (what === 'add') return present ? [] : [{ kind: 'add', coding }];
	if (!present) return [];
	if (what === 'remove') return [{ kind: 'remove', coding: present }];
	const after = partsOf(coding, parts);
	if (agrees(present, after)) return [];
	const change: Step = { kind: 'change', id: coding.id, before: partsOf(present, parts), after };
	// As uniting does: what is changed of one goes in one action with the removal of another.
	const other = what === 'unite' ? [...world.values()].find(({ id }) => id !== coding.id) : undefined;
	return other ? [{ kind: 'remove', coding: other, into: coding.id }, change] : [change];
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

	it('gives any number of steps the same again, when they are undone and done again', () => {
		fc.assert(
			fc.property(plan, fc.integer({ min: 1, max: 10 }), (plans, times) => {
				const { world, done } = play(plans);
				const end = Object.fromEntries(world);
				const back = done.slice(-times);
				for (const steps of back.toReversed()) takeSafely(world, inverseOf(steps));
				for (const steps of back) takeSafely(world, steps);
				expect(Object.fromEntries(world)).toEqual(end);
			})
		);
	});

	it('knows by its moment that a code was given anew, though it is the same', () => {
		const seen = { range: { start: 0, end: 4 }, codeId: 'green', valences: none, isImportant: false };
		expect(decidedBetween(seen, { ...seen })).toEqual([]);
		expect(decidedBetween(seen, { ...seen, codeSetAt: '2026-01-01T00:00:00.000Z' })).toEqual(['codeId']);
		expect(decidedBetween(seen, { ...seen, range: { start: 0, end: 5 }, isImportant: true })).toEqual([
			'range',
			'isImportant'
		]);
	});

	it('leaves to another only the steps about what that person decided', () => {
		const step: Step = { kind: 'change', id: 'a', before: { codeId: 'green' }, after: { codeId: 'safe' } };
		expect(leftTo(step, 'a', ['range'])).toBe(step);
		expect(leftTo(step, 'b', ['codeId'])).toBe(step);
		const left = leftTo(step, 'a', ['codeId']);
		expect(left).toEqual({ ...step, isTheirs: true });
		expect(inverseOf(inverseOf([left]))).toEqual([left]);
	});
});
