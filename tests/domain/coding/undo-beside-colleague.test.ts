import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkOnlyOwn } from '#lib/domain/coding/change.ts';
import { agrees, checkStep, inverseOf, subjectOf, type Decided, type Step } from '#lib/domain/coding/undo.ts';

/** A coding as the server has it: who wrote about it, and how often it was changed (its `changedAt`). */
type Stored = { readonly coding: Decided; readonly writers: readonly string[]; readonly changed: number };

/** What one of the two does; `arrive`: what the colleague did until now is heard of at the desk. */
type Plan = {
	readonly who: 'me' | 'colleague';
	readonly what: 'add' | 'remove' | 'change' | 'note' | 'undo' | 'redo' | 'arrive';
	readonly id: string;
	readonly codeId: string;
};

const plans: fc.Arbitrary<readonly Plan[]> = fc.array(
	fc.record({
		who: fc.constantFrom('me', 'colleague'),
		what: fc.constantFrom('add', 'add', 'remove', 'change', 'note', 'undo', 'undo', 'undo', 'redo', 'arrive'),
		id: fc.constantFrom('a', 'b', 'c'),
		codeId: fc.constantFrom('green', 'safe', 'traffic')
	}),
	{ maxLength: 50 }
);

const decided = (id: string, codeId: string): Decided => ({
	...{ id, codeId, range: { start: 0, end: 4 } },
	...{ valences: { change: null, level: null }, isImportant: false }
});

/** The server, with what a colleague chose and wrote there, and a desk that hears of it late. */
class World {
	readonly server = new Map<string, Stored>();
	/** codings that were taken away come back with what was written about them */
	readonly removed = new Map<string, Stored>();
	/** what the desk shows */
	readonly desk = new Map<string, Stored>();
	/** the code that the colleague chose last, as long as nobody chose another by hand */
	readonly chosen = new Map<string, string>();
	/** codings that went by an undo or redo with words of the colleague */
	readonly wordsLost: string[] = [];
	#done: (readonly Step[])[] = [];
	#undone: (readonly Step[])[] = [];
	#changes = 0;

	do(plan: Plan): void {
		if (plan.what === 'arrive') this.hear();
		else if (plan.what === 'undo' || plan.what === 'redo') {
			if (plan.who === 'me') this.#again(plan.what);
		} else if (plan.who === 'colleague') this.#colleague(plan);
		else this.#byHand(plan);
	}

	/** The desk is told all that happened. */
	hear(): void {
		for (const id of new Set([...this.server.keys(), ...this.desk.keys()])) this.#hearOf(id);
	}

	#hearOf(id: string): void {
		const stored = this.server.get(id);
		if (stored) this.desk.set(id, stored);
		else this.desk.delete(id);
	}

	#colleague({ what, id, codeId }: Plan): void {
		const own = `of-colleague-${codeId}`;
		const present = this.server.get(id);
		if (what === 'add') {
			const theirs = `${id}-of-colleague`;
			if (this.server.has(theirs) || this.removed.has(theirs)) return;
			this.#store({ coding: decided(theirs, own), writers: [] });
			this.chosen.set(theirs, own);
		} else if (!present) return;
		else if (what === 'remove') {
			this.server.delete(id);
			this.chosen.delete(id);
		} else if (what === 'note') this.#store({ ...present, writers: [...present.writers, 'colleague'] });
		else {
			this.#store({ ...present, coding: { ...present.coding, codeId: own } });
			this.chosen.set(id, own);
		}
	}

	#byHand({ what, id, codeId }: Plan): void {
		const ids = [id, `${id}-of-colleague`];
		const shown = ids.flatMap((one) => this.desk.get(one) ?? [])[0];
		let step: Step;
		if (what === 'add') {
			if (this.desk.has(id) || this.server.has(id)) return;
			this.removed.delete(id); // another coding than the one from before
			step = { kind: 'add', coding: decided(id, codeId) };
		} else if (!shown) return;
		else if (what === 'remove') step = { kind: 'remove', coding: shown.coding };
		else if (what === 'note') return this.#note(shown);
		else if (agrees(shown.coding, { codeId })) return;
		else {
			const before = { codeId: shown.coding.codeId };
			step = { kind: 'change', id: shown.coding.id, before, after: { codeId } };
		}
		if (this.#take(step, false)) this.chosen.delete(subjectOf(step));
		this.#done.push([step]);
		this.#undone = [];
	}

	#note(shown: Stored): void {
		const present = this.server.get(shown.coding.id);
		if (present?.changed === shown.changed) this.#store({ ...present, writers: [...present.writers, 'me'] });
		this.#hearOf(shown.coding.id);
	}

	#again(what: 'undo' | 'redo'): void {
		const [from, to] = what === 'undo' ? [this.#done, this.#undone] : [this.#undone, this.#done];
		const steps = from.pop();
		if (!steps) return;
		to.push(steps);
		for (const step of what === 'undo' ? inverseOf(steps) : steps)
			if (checkStep(step, this.desk.get(subjectOf(step))?.coding) === 'possible') this.#take(step, true);
	}

	/** Asks the server for a step on what the desk shows; the desk then has what the server has. Whether it was taken. */
	#take(step: Step, isAgain: boolean): boolean {
		const id = subjectOf(step);
		const isTaken = this.#judge(step, isAgain);
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
			this.#store({ ...present, coding: { ...present.coding, ...step.after } });
			return true;
		}
		if (isAgain && !checkOnlyOwn(present.writers, 'me').ok) return false;
		if (isAgain && present.writers.includes('colleague')) this.wordsLost.push(id);
		this.server.delete(id);
		this.removed.set(id, present);
		return true;
	}

	#store({ coding, writers }: Omit<Stored, 'changed'>): void {
		this.server.set(coding.id, { coding, writers, changed: (this.#changes += 1) });
	}
}

describe('undo beside a colleague whose work is heard of late', () => {
	it('never changes a code that the colleague chose, nor takes away what the colleague made or wrote', () => {
		fc.assert(
			fc.property(plans, (all) => {
				const world = new World();
				for (const plan of all) {
					world.do(plan);
					if (plan.what !== 'undo' && plan.what !== 'redo') continue;
					for (const [id, codeId] of world.chosen) expect(world.server.get(id)?.coding.codeId).toBe(codeId);
				}
				expect(world.wordsLost).toEqual([]);
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

	it('brings back what was taken away by hand with the words of the colleague', () => {
		const world = new World();
		const step = (who: Plan['who'], what: Plan['what']) => world.do({ who, what, id: 'a', codeId: 'green' });
		step('me', 'add');
		step('colleague', 'note');
		step('me', 'undo'); // not heard of yet: the server leaves it alone
		expect(world.server.get('a')?.writers).toEqual(['colleague']);
		step('me', 'remove');
		expect(world.server.has('a')).toBe(false);
		step('me', 'undo');
		expect(world.server.get('a')?.writers).toEqual(['colleague']);
		step('me', 'redo');
		expect(world.server.get('a')?.writers).toEqual(['colleague']);
	});
});
