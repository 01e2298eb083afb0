import { decisionParts, leftTo, subjectOf, type DecisionPart, type Step } from '#lib/domain/coding/undo.ts';
import type { CodeId, CodingId } from '#lib/domain/project/ids.ts';

/** One thing the coder did to codings, as data: how to do it again, and with that how to take it back. */
export type Action = {
	readonly label: string;
	readonly steps: readonly Step[];
	/** the code that was made for this action, and goes with it as long as nobody else does anything with it */
	readonly madeCode?: MadeCode;
};

/** `deletionId`: how to bring the code back; null = it is in the codebook. */
export type MadeCode = { readonly id: CodeId; readonly deletionId: string | null };

/** How many actions can be taken back; older ones fall off. */
export const longest = 200;

/** The coder's own actions in a source, the last one first to be undone. */
export class ActionHistory {
	done = $state.raw<readonly Action[]>([]);
	undone = $state.raw<readonly Action[]>([]);

	get last(): Action | null {
		return this.done[this.done.length - 1] ?? null;
	}

	get next(): Action | null {
		return this.undone[this.undone.length - 1] ?? null;
	}

	/** Notes what was done; what was undone before cannot be done again after this. */
	add(action: Action): void {
		this.done = [...this.done, action].slice(-longest);
		this.undone = [];
	}

	/** Moves the last action to those that can be done again; null when there is none. */
	takeBack(): Action | null {
		const action = this.last;
		if (!action) return null;
		this.done = this.done.slice(0, -1);
		this.undone = [...this.undone, action];
		return action;
	}

	/** Moves the action that was undone last to those that are done; null when there is none. */
	takeAgain(): Action | null {
		const action = this.next;
		if (!action) return null;
		this.undone = this.undone.slice(0, -1);
		this.done = [...this.done, action];
		return action;
	}

	/** Puts what was done at an earlier visit before what was done since. */
	precede(done: readonly Action[], undone: readonly Action[]): void {
		// What was undone then cannot be done again after something else.
		if (this.done.length + this.undone.length === 0) this.undone = undone;
		this.done = [...done, ...this.done].slice(-longest);
	}

	/** Leaves out the steps about a coding. */
	forget(id: CodingId): void {
		this.done = withoutSteps(this.done, (step) => subjectOf(step) === id);
		this.undone = withoutSteps(this.undone, (step) => subjectOf(step) === id);
	}

	/** Leaves to somebody else what is about parts of a coding: decided elsewhere since, or all when it was taken away. */
	leave(id: CodingId, parts: readonly DecisionPart[] = decisionParts): void {
		this.done = leaveIn(this.done, id, parts);
		this.undone = leaveIn(this.undone, id, parts);
	}

	/** Notes of a code made here that it went, or came back. */
	noteCode(made: MadeCode): void {
		const noted = (action: Action) => (action.madeCode?.id === made.id ? { ...action, madeCode: made } : action);
		this.done = this.done.map(noted);
		this.undone = this.undone.map(noted);
	}
}

/** Actions with what is about parts of a coding left to somebody else. */
export const leaveIn = (
	actions: readonly Action[],
	id: CodingId,
	parts: readonly DecisionPart[] = decisionParts
): readonly Action[] =>
	parts.length === 0
		? actions
		: actions.map((action) => {
				const steps = action.steps.map((step) => leftTo(step, id, parts));
				return steps.every((step, at) => step === action.steps[at]) ? action : { ...action, steps };
			});

/** Actions without some of their steps; an action that has none left goes. */
export const withoutSteps = (actions: readonly Action[], isLeftOut: (step: Step) => boolean): readonly Action[] =>
	actions.flatMap((action) => {
		const steps = action.steps.filter((step) => !isLeftOut(step));
		return steps.length === 0 ? [] : steps.length === action.steps.length ? action : { ...action, steps };
	});
