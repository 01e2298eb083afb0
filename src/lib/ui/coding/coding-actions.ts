import { toggleValence, type Valence, type Valences } from '#lib/domain/coding/valence.ts';
import type { CodeId, CodingId, UserId } from '#lib/domain/project/ids.ts';
import { samePlace, type Range } from '#lib/domain/text/range.ts';
import { m } from '#lib/paraglide/messages.js';
import { checkStep, inverseOf, subjectOf, type Decided, type Step } from '#lib/domain/coding/undo.ts';
import { ActionHistory, type Action } from './action-history.svelte.ts';
import { isSameDecision, type DeskCoding } from './desk-coding.ts';
import type { CodingSync } from './coding-sync.ts';
import type { CodingChange } from './coding-trails.ts';

/** What one coder puts on a passage in one go. */
export type NewCodes = {
	readonly range: Range;
	readonly codeIds: readonly CodeId[];
	readonly valences: Valences;
	readonly memo: string;
	/** the one among them that was made for this passage */
	readonly madeCodeId?: CodeId | undefined;
};

type Codings = {
	/** the codings that can meet a range */
	around(range: Range): readonly DeskCoding[];
	get(id: CodingId): DeskCoding | undefined;
};

/** What became of an undo or redo. */
export type Taken = {
	readonly label: string;
	/** names of the codes on codings that another person changed or took away since: these were left alone */
	readonly left: readonly string[];
	readonly isAnyTaken: boolean;
};

/** What a coder can do to codings; each action can be undone and done again, also after the page was left. */
export class CodingActions {
	readonly history = new ActionHistory();
	readonly #codings: Codings;
	readonly #sync: CodingSync;
	readonly #coderId: UserId;
	readonly nameOf: (codeId: CodeId) => string;
	#made = 0;

	constructor(codings: Codings, sync: CodingSync, coderId: UserId, nameOf: (codeId: CodeId) => string) {
		this.#codings = codings;
		this.#sync = sync;
		this.#coderId = coderId;
		this.nameOf = nameOf;
	}

	/** Puts codes on a passage; those that this coder put there before are left out. */
	apply({ range, codeIds, valences, memo, madeCodeId }: NewCodes, now: Date): readonly DeskCoding[] {
		const near = this.#codings.around(range);
		const codings = [...new Set(codeIds)]
			.map((codeId) => ({ codeId, coderId: this.#coderId, range }))
			.filter((wanted) => !near.some((coding) => isSameDecision(coding, wanted)))
			.map((wanted): DeskCoding => ({
				...wanted,
				id: this.#newId(now),
				savedId: null,
				valences,
				isImportant: false,
				hasMemo: memo !== '',
				codedAt: now.toISOString(),
				changedAt: null,
				state: 'saving',
				problem: null
			}));
		if (codings.length === 0) return [];
		this.#sync.add(codings, memo);
		this.history.add({
			label: m.desk_action_added({ names: codings.map(({ codeId }) => this.nameOf(codeId)).join(', ') }),
			steps: codings.map((coding) => ({ kind: 'add', coding: decidedOf(coding) })),
			...(madeCodeId !== undefined && { madeCode: { id: madeCodeId, deletionId: null } })
		});
		return codings;
	}

	/** Puts a coding that could not be stored on the text after all: on another passage, or with another code. */
	putAnew(coding: DeskCoding, memo: string): void {
		const { asked: _, ...decided } = coding;
		this.history.forget(coding.id);
		this.#sync.add([{ ...decided, state: 'saving', problem: null }], memo);
		this.history.add({
			label: m.desk_action_added({ names: this.nameOf(coding.codeId) }),
			steps: [{ kind: 'add', coding: decidedOf(coding) }]
		});
	}

	/** Sets or takes away a valence; null takes both away. */
	setValence(id: CodingId, valence: Valence | null): void {
		const coding = this.#codings.get(id);
		if (!coding) return;
		const valences = valence === null ? { change: null, level: null } : toggleValence(coding.valences, valence);
		this.change(id, { valences });
	}

	change(id: CodingId, change: CodingChange): void {
		const present = this.#codings.get(id);
		if (!present) return;
		const before: CodingChange = {
			...(change.codeId !== undefined && { codeId: present.codeId }),
			...(change.valences !== undefined && { valences: present.valences }),
			...(change.isImportant !== undefined && { isImportant: present.isImportant }),
			...(change.range !== undefined && { range: present.range })
		};
		this.#sync.change(id, { ...change, ...(change.codeId !== undefined && { isBack: false }) });
		this.history.add({
			label: m.desk_action_changed({ name: this.nameOf(present.codeId) }),
			steps: [{ kind: 'change', id, before, after: change }]
		});
	}

	/** Takes a coding away; the label of the action, null when it was not there. */
	remove(id: CodingId): string | null {
		const coding = this.#codings.get(id);
		if (!coding) return null;
		const label = m.desk_action_removed({ name: this.nameOf(coding.codeId) });
		this.#sync.remove(id);
		this.history.add({ label, steps: [{ kind: 'remove', coding: decidedOf(coding) }] });
		return label;
	}

	/** Brings back a coding that was taken away, however long ago; that is an action of its own. */
	bringBack(id: CodingId): void {
		if (!this.#sync.restore(id)) return;
		const coding = this.#codings.get(id);
		if (!coding) return;
		const label = m.desk_action_added({ names: this.nameOf(coding.codeId) });
		this.history.add({ label, steps: [{ kind: 'add', coding: decidedOf(coding) }] });
	}

	/** Cuts a coding in two: the first keeps its memo and mark. The second of the two, null when it was not there. */
	split(id: CodingId, [first, second]: readonly [Range, Range], now: Date): DeskCoding | null {
		const coding = this.#codings.get(id);
		if (!coding) return null;
		const { codeId, valences } = coding;
		const half: Decided = { id: this.#newId(now), range: second, codeId, valences, isImportant: false };
		this.#together(m.desk_action_split({ name: this.nameOf(codeId) }), [
			{ kind: 'change', id, before: { range: coding.range }, after: { range: first } },
			{ kind: 'add', coding: half }
		]);
		return this.#codings.get(half.id) ?? null;
	}

	/**
	 * Makes one coding of several with the same code: it covers them all and says what they said. The one with a note stays,
	 * else the one that covers them already, else the first; the answer is its id. One on which work of somebody else leans
	 * stays beside it. Own memos on those that go, and quotes that were chosen with them, go to the one that stays.
	 */
	unite(codings: readonly DeskCoding[]): CodingId | null {
		const range = {
			start: Math.min(...codings.map((coding) => coding.range.start)),
			end: Math.max(...codings.map((coding) => coding.range.end))
		};
		const noted = codings.find(({ hasMemo }) => hasMemo);
		const whole = codings.find((coding) => samePlace(coding.range, range));
		const stays = noted ?? whole ?? codings[0];
		if (!stays || codings.length < 2) return null;
		const after = {
			range,
			valences: {
				change: codings.find(({ valences }) => valences.change !== null)?.valences.change ?? null,
				level: codings.find(({ valences }) => valences.level !== null)?.valences.level ?? null
			},
			isImportant: codings.some(({ isImportant }) => isImportant)
		};
		const before = { range: stays.range, valences: stays.valences, isImportant: stays.isImportant };
		this.#together(m.desk_action_united({ name: this.nameOf(stays.codeId) }), [
			...codings
				.filter(({ id }) => id !== stays.id)
				.map((coding): Step => ({ kind: 'remove', coding: decidedOf(coding), into: stays.id })),
			{ kind: 'change', id: stays.id, before, after }
		]);
		return stays.id;
	}

	/** Takes steps that are undone in one go. */
	#together(label: string, steps: readonly Step[]): void {
		for (const step of steps) this.#do(step, true);
		this.history.add({ label, steps });
	}

	#newId(now: Date): CodingId {
		return `new-${now.getTime()}-${(this.#made += 1)}`;
	}

	/** Takes back what the coder did last; null when there is nothing. */
	undo(): Taken | null {
		const action = this.history.takeBack();
		return action && this.#take(action, inverseOf(action.steps));
	}

	/** Does again what the coder undid last; null when there is nothing. */
	redo(): Taken | null {
		const action = this.history.takeAgain();
		return action && this.#take(action, action.steps);
	}

	#take(action: Action, steps: readonly Step[]): Taken {
		const left: string[] = [];
		for (const step of steps) {
			const shown = this.#codings.get(subjectOf(step));
			// What could not be taken away, or brought back, is as good as away.
			const present = step.kind === 'add' && shown?.failedTo ? undefined : shown;
			if (checkStep(step, present) === 'possible') this.#do(step, true);
			else left.push(this.nameOf(present?.codeId ?? (step.kind === 'change' ? '' : step.coding.codeId)));
		}
		return { label: action.label, left, isAnyTaken: left.length < steps.length };
	}

	/** A coding of this coder, not stored yet. */
	#codingOf(decided: Decided): DeskCoding {
		const own = { coderId: this.#coderId, savedId: null, hasMemo: false, changedAt: null, problem: null };
		return { ...decided, ...own, codedAt: new Date().toISOString(), state: 'saving' };
	}

	/** `isAgain`: by an undo or redo, which leaves alone what others wrote. */
	#do(step: Step, isAgain = false): void {
		switch (step.kind) {
			case 'add':
				if (!this.#sync.restore(step.coding.id)) this.#sync.add([this.#codingOf(step.coding)], '');
				return;
			case 'remove':
				return this.#sync.remove(step.coding.id, isAgain, step.into ?? null);
			case 'change':
				return this.#sync.change(step.id, {
					...step.after,
					...(step.after.codeId !== undefined && { isBack: isAgain })
				});
			default:
				return step satisfies never;
		}
	}
}

const decidedOf = ({ id, range, codeId, valences, isImportant }: DeskCoding): Decided => ({
	id,
	range,
	codeId,
	valences,
	isImportant
});
