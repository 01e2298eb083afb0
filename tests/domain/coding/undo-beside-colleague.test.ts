import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkOnlyOwn, decidedWhen } from '#lib/domain/coding/change.ts';
import type { Coding, DecidedAt } from '#lib/domain/coding/coding.ts';
import { codeGiven, type CodeMoments } from '#lib/domain/coding/code-moments.ts';
import {
	agrees,
	checkStep,
	decidedBetween,
	decisionParts,
	inverseOf,
	leftTo,
	subjectOf,
	type Decided,
	type Decision,
	type DecisionPart,
	type Step
} from '#lib/domain/coding/undo.ts';

/** A coding as the server has it: who wrote about it, and how often it was changed (its `changedAt`). */
type Stored = CodeMoments & {
	readonly coding: Decided;
	readonly decidedAt?: DecidedAt;
	readonly writers: readonly string[];
	readonly changed: number;
};

/**
 * What one of the two does; `arrive`: what the colleague did until now is heard of at the desk. `which`: the coding it is
 * about, among those that are there; `parts`: what is decided anew about it.
 */
type Plan = {
	readonly who: 'me' | 'colleague';
	readonly what: 'add' | 'remove' | 'change' | 'split' | 'note' | 'undo' | 'redo' | 'arrive';
	readonly which: number;
	readonly parts: readonly DecisionPart[];
	readonly decision: Decision;
};

const none = { change: null, level: null } as const;
const decision: fc.Arbitrary<Decision> = fc.record({
	range: fc.integer({ min: 0, max: 1 }).map((start) => ({ start, end: start + 4 })),
	codeId: fc.constantFrom('green', 'safe'),
	valences: fc.constantFrom(none, { change: 'forward', level: 'good' } as const),
	isImportant: fc.boolean()
});
const plans: fc.Arbitrary<readonly Plan[]> = fc.array(
	fc.record({
		who: fc.constantFrom('me', 'colleague'),
		what: fc.constantFrom(
			...(['add', 'remove', 'change', 'change', 'change', 'split', 'note'] as const),
			...(['undo', 'undo', 'undo', 'undo', 'redo', 'redo', 'arrive', 'arrive'] as const)
		),
		which: fc.nat(1),
		parts: fc.subarray([...decisionParts], { minLength: 1 }),
		decision
	}),
	{ maxLength: 50 }
);

/** What an undo is not about. */
const made: Omit<Coding, keyof Decided> = {
	...{ sourceId: 'source', version: 1, coderId: 'me', memo: '', layer: 'shared' },
	...{ codedAt: 'made', codeSetAt: 'made' }
};
const plain: Decision = { range: { start: 0, end: 4 }, codeId: 'green', valences: none, isImportant: false };
const partsOf = (of: Decision, parts: readonly DecisionPart[]): Partial<Decision> =>
	Object.fromEntries(parts.map((part) => [part, of[part]]));
const seenAs = ({ coding, codeSetAt, decidedAt }: Stored) => ({
	...coding,
	codeSetAt,
	...(decidedAt && { decidedAt })
});

/** The server, with what a colleague chose and wrote there, and a desk that hears of it late. */
class World {
	readonly server = new Map<string, Stored>();
	/** codings that were taken away come back with what was written about them */
	readonly removed = new Map<string, Stored>();
	/** what the desk shows */
	readonly desk = new Map<string, Stored>();
	/** what the colleague decided last of each coding, as long as nobody decided otherwise by hand */
	readonly chosen = new Map<string, Partial<Decision>>();
	/** codings that the colleague took away */
	readonly takenAway = new Set<string>();
	/** codings that went by an undo or redo with words of the colleague */
	readonly wordsLost: string[] = [];
	#done: (readonly Step[])[] = [];
	#undone: (readonly Step[])[] = [];
	/** what the server refused when I did it by hand */
	readonly #refused = new Set<Step>();
	#changes = 0;
	#made = 0;

	do(plan: Plan): void {
		if (plan.what === 'arrive') this.hear();
		else if (plan.what === 'undo' || plan.what === 'redo') {
			if (plan.who === 'me') this.again(plan.what);
		} else if (plan.who === 'colleague') this.#colleague(plan);
		else this.#byHand(plan);
	}

	/** The desk is told all that happened. */
	hear(): void {
		for (const id of new Set([...this.server.keys(), ...this.desk.keys()])) this.#hearOf(id);
	}

	#hearOf(id: string): void {
		const [stored, shown] = [this.server.get(id), this.desk.get(id)];
		if (!stored) {
			if (this.takenAway.has(id)) this.#leave(id, decisionParts);
			this.desk.delete(id);
			return;
		}
		if (shown && stored.changed > shown.changed) this.#leave(id, decidedBetween(seenAs(shown), seenAs(stored)));
		this.desk.set(id, stored);
	}

	#leave(id: string, parts: readonly DecisionPart[]): void {
		const left = (all: readonly (readonly Step[])[]) => all.map((steps) => steps.map((one) => leftTo(one, id, parts)));
		[this.#done, this.#undone] = [left(this.#done), left(this.#undone)];
	}

	#colleague({ what, which, parts, decision: wanted }: Plan): void {
		if (what === 'add') {
			const id = `of-colleague-${(this.#made += 1)}`;
			this.#store({ coding: { id, ...wanted }, writers: [] });
			this.chosen.set(id, wanted);
			return;
		}
		const present = nth(this.server, which);
		if (!present) return;
		const { id } = present.coding;
		if (what === 'remove') {
			this.server.delete(id);
			this.chosen.delete(id);
			this.takenAway.add(id);
		} else if (what === 'note') this.#store({ ...present, writers: [...present.writers, 'colleague'] });
		else if (what === 'change') {
			const change = partsOf(wanted, parts);
			if (agrees(present.coding, change)) return;
			this.#store(this.#changed(present, change, false));
			const decided = parts.filter((part) => !agrees(present.coding, { [part]: wanted[part] }));
			this.chosen.set(id, { ...this.chosen.get(id), ...partsOf(wanted, decided) });
		}
	}

	#byHand({ what, which, parts, decision: wanted }: Plan): void {
		const shown = nth(this.desk, which);
		if (what === 'add') {
			this.#act([{ kind: 'add', coding: { id: `mine-${(this.#made += 1)}`, ...wanted } }]);
		} else if (!shown) return;
		else if (what === 'remove') this.#act([{ kind: 'remove', coding: shown.coding }]);
		else if (what === 'note') this.#note(shown);
		else if (what === 'split') {
			const half = {
				...shown.coding,
				id: `mine-${(this.#made += 1)}`,
				range: { start: 2, end: 9 },
				isImportant: false
			};
			this.#act([this.#step(shown, { range: { start: 0, end: 2 } }), { kind: 'add', coding: half }]);
		} else {
			const change = partsOf(wanted, parts);
			if (!agrees(shown.coding, change)) this.#act([this.#step(shown, change)]);
		}
	}

	#step({ coding }: Stored, after: Partial<Decision>): Step {
		const before = partsOf(coding, Object.keys(after) as DecisionPart[]);
		return { kind: 'change', id: coding.id, before, after };
	}

	#act(steps: readonly Step[]): void {
		this.#done.push(steps);
		this.#undone = [];
		for (const step of steps)
			if (this.#take(step, false)) this.#decide(step);
			else this.#refused.add(step);
	}

	/** What I do by hand is no longer as the colleague chose it. */
	#decide(step: Step): void {
		const id = subjectOf(step);
		if (step.kind !== 'change') return void this.chosen.delete(id);
		const left = Object.entries(this.chosen.get(id) ?? {}).filter(([part]) => !(part in step.after));
		this.chosen.set(id, Object.fromEntries(left));
	}

	#note(shown: Stored): void {
		const present = this.server.get(shown.coding.id);
		if (present?.changed === shown.changed) this.#store({ ...present, writers: [...present.writers, 'me'] });
		this.#hearOf(shown.coding.id);
	}

	/** Takes back, or does again, what I did last; how many steps of it were taken, of how many. */
	again(what: 'undo' | 'redo'): readonly [number, number] {
		const isUndo = what === 'undo';
		const steps = (isUndo ? this.#done : this.#undone).pop();
		if (!steps) return [0, 0];
		(isUndo ? this.#undone : this.#done).push(steps);
		let taken = 0;
		for (const step of isUndo ? inverseOf(steps) : steps) {
			if (checkStep(step, this.desk.get(subjectOf(step))?.coding) !== 'possible' || !this.#take(step, true)) continue;
			taken += 1;
			// Refused before what the colleague did was in sight, it is asked for again with that in sight.
			if (this.#refused.delete(step)) this.#decide(step);
		}
		return [taken, steps.length];
	}

	/** Asks the server for a step on what the desk shows; the desk then has what the server has. Whether it was taken. */
	#take(step: Step, isAgain: boolean): boolean {
		const id = subjectOf(step);
		const isTaken = this.#judge(step, isAgain);
		if (isTaken) this.desk.delete(id);
		this.#hearOf(id);
		return isTaken;
	}

	#judge(step: Step, isAgain: boolean): boolean {
		const id = subjectOf(step);
		const [present, shown] = [this.server.get(id), this.desk.get(id)];
		if (step.kind === 'add') {
			if (present) return false;
			const before = this.removed.get(id);
			this.removed.delete(id);
			this.#store(before ?? { coding: step.coding, writers: [] });
			return true;
		}
		if (!present || present.changed !== shown?.changed) return false;
		if (step.kind === 'change') {
			this.#store(this.#changed(present, step.after, isAgain));
			return true;
		}
		if (isAgain && !checkOnlyOwn(present.writers, 'me').ok) return false;
		if (isAgain && present.writers.includes('colleague')) this.wordsLost.push(id);
		this.server.delete(id);
		this.removed.set(id, present);
		return true;
	}

	#changed(present: Stored, change: Partial<Decision>, isBack: boolean): Stored {
		const coding = { ...present.coding, ...change };
		const moments = codeGiven({ ...present.coding, ...present }, coding.codeId, `moment ${this.#changes}`, isBack);
		const [before, after] = [
			{ ...made, ...present.coding, ...(present.decidedAt && { decidedAt: present.decidedAt }) },
			{ ...made, ...coding }
		];
		return { ...present, coding, ...moments, ...decidedWhen(before, after, `moment ${this.#changes}`) };
	}

	#store(stored: Pick<Stored, 'coding' | 'writers'> & Partial<CodeMoments>): void {
		this.server.set(stored.coding.id, {
			...{ codeSetAt: 'made', earlierCodes: {} },
			...stored,
			changed: (this.#changes += 1)
		});
	}

	/** What the server says of each coding. */
	decisions(): Readonly<Record<string, Decided>> {
		return Object.fromEntries([...this.server].map(([id, { coding }]) => [id, coding]));
	}
}

const nth = <T>(all: ReadonlyMap<string, T>, which: number): T | undefined =>
	[...all.values()][which % Math.max(1, all.size)];

describe('undo beside a colleague whose work is heard of late', () => {
	it('never changes what the colleague decided, takes away what the colleague made or wrote, or brings back what he took away', () => {
		fc.assert(
			fc.property(plans, (all) => {
				const world = new World();
				for (const plan of all) {
					world.do(plan);
					if (plan.what !== 'undo' && plan.what !== 'redo') continue;
					for (const [id, part] of world.chosen) expect(world.server.get(id)?.coding).toMatchObject(part);
					for (const id of world.takenAway) expect(world.server.has(id)).toBe(false);
				}
				expect(world.wordsLost).toEqual([]);
			}),
			{ numRuns: 3000 }
		);
	});

	it('gives the same again by a redo, when nobody did anything since the undo', () => {
		fc.assert(
			fc.property(plans, fc.integer({ min: 1, max: 4 }), (all, times) => {
				const world = new World();
				// What the colleague wrote about comes back by an undo, and is not taken away again by a redo.
				for (const plan of all) if (plan.who === 'me' || plan.what !== 'note') world.do(plan);
				world.hear();
				const before = world.decisions();
				// An action of which a part was left alone is not asked for more than that part.
				let back = 0;
				for (let one = 0; one < times; one += 1) {
					const [taken, of] = world.again('undo');
					if (of === 0) break;
					back += 1;
					if (taken < of) return;
				}
				for (let one = 0; one < back; one += 1) world.again('redo');
				expect(world.decisions()).toEqual(before);
			}),
			{ numRuns: 2000 }
		);
	});

	it('leaves the desk with what the server has, once it has heard of everything', () => {
		fc.assert(
			fc.property(plans, (all) => {
				const world = new World();
				for (const plan of all) world.do(plan);
				world.hear();
				expect(Object.fromEntries(world.desk)).toEqual(Object.fromEntries(world.server));
			})
		);
	});

	const step = (world: World, who: Plan['who'], what: Plan['what'], part: Partial<Decision> = {}) =>
		world.do({ who, what, which: 0, parts: Object.keys(part) as DecisionPart[], decision: { ...plain, ...part } });

	it('brings back what was taken away by hand with the words of the colleague', () => {
		const world = new World();
		step(world, 'me', 'add');
		step(world, 'colleague', 'note');
		step(world, 'me', 'undo'); // not heard of yet: the server leaves it alone
		expect(world.server.get('mine-1')?.writers).toEqual(['colleague']);
		step(world, 'me', 'remove');
		expect(world.server.has('mine-1')).toBe(false);
		step(world, 'me', 'undo');
		expect(world.server.get('mine-1')?.writers).toEqual(['colleague']);
		step(world, 'me', 'redo');
		expect(world.server.get('mine-1')?.writers).toEqual(['colleague']);
	});

	it.each([
		['a passage', { range: { start: 2, end: 9 } }, { range: { start: 3, end: 9 } }],
		['a direction', { valences: { change: 'forward', level: 'good' } }, { valences: none }],
		['a mark', { isImportant: true }, { isImportant: false }]
	] as const)('leaves %s to the colleague who chose another and then the same again, unheard', (_, mine, theirs) => {
		const world = new World();
		step(world, 'me', 'add');
		step(world, 'me', 'change', mine);
		step(world, 'colleague', 'change', theirs);
		step(world, 'colleague', 'change', mine);
		world.hear();
		expect(world.again('undo')).toEqual([0, 1]);
		expect(world.decisions()['mine-1']).toMatchObject(mine);
	});

	it('leaves a code to the colleague who gave another and then the same again, heard of or not', () => {
		for (const isHeard of [true, false]) {
			const world = new World();
			step(world, 'me', 'add');
			step(world, 'me', 'change', { codeId: 'safe' });
			step(world, 'colleague', 'change', { codeId: 'traffic' });
			if (isHeard) world.hear();
			step(world, 'colleague', 'change', { codeId: 'safe' });
			world.hear();
			expect(world.again('undo')).toEqual([0, 1]);
			expect(world.decisions()['mine-1']?.codeId).toBe('safe');
			// Nor is it taken away with the coding, nor changed by doing it again.
			expect(world.again('undo')).toEqual([0, 1]);
			world.again('redo');
			world.again('redo');
			expect(world.decisions()).toEqual({ 'mine-1': { id: 'mine-1', ...plain, codeId: 'safe' } });
		}
	});

	it('does not put a coding on the text again that the colleague took away', () => {
		const world = new World();
		step(world, 'me', 'add');
		step(world, 'colleague', 'remove');
		world.hear();
		expect(world.again('undo')).toEqual([0, 1]);
		expect(world.again('redo')).toEqual([0, 1]);
		expect(world.decisions()).toEqual({});
	});

	it('still takes back what the colleague did not decide', () => {
		const world = new World();
		step(world, 'me', 'add');
		step(world, 'me', 'change', { range: { start: 2, end: 9 } });
		step(world, 'colleague', 'change', { isImportant: true });
		world.hear();
		expect(world.again('undo')).toEqual([1, 1]);
		expect(world.decisions()['mine-1']).toMatchObject({ range: plain.range, isImportant: true });
	});
});
