import type { CodeId, CodingId } from '../project/ids.ts';
import { samePlace, type Range } from '../text/range.ts';
import type { DecidedAt } from './coding.ts';
import type { Valences } from './valence.ts';

/** What a coder decides about a passage, and what an undo therefore has to leave alone when another changed it. */
export type Decision = {
	readonly range: Range;
	readonly codeId: CodeId;
	readonly valences: Valences;
	readonly isImportant: boolean;
};

/** A coding as far as undo is about it. */
export type Decided = Decision & { readonly id: CodingId };

/** One step of something a coder did to codings; as data, so that it outlives the page. */
export type Step = {
	/** somebody else decided since about what the step is about, so that it is not taken any more (`leftTo`) */
	readonly isTheirs?: true;
} & (
	| { readonly kind: 'add'; readonly coding: Decided }
	/** `into`: the coding it becomes one with, which takes along what was written about it and was chosen with it */
	| { readonly kind: 'remove'; readonly coding: Decided; readonly into?: CodingId }
	| {
			readonly kind: 'change';
			readonly id: CodingId;
			readonly before: Partial<Decision>;
			readonly after: Partial<Decision>;
	  }
);

/** The step that takes a step back. */
export const inverse = (step: Step): Step => {
	const theirs = step.isTheirs ? { isTheirs: step.isTheirs } : {};
	switch (step.kind) {
		case 'add':
			return { kind: 'remove', coding: step.coding, ...theirs };
		case 'remove':
			return { kind: 'add', coding: step.coding, ...theirs };
		case 'change':
			return { kind: 'change', id: step.id, before: step.after, after: step.before, ...theirs };
		default:
			return step satisfies never;
	}
};

/** The steps that take an action back: the last step first. */
export const inverseOf = (steps: readonly Step[]): readonly Step[] => [...steps].reverse().map(inverse);

/** Whether two decisions say the same, as far as `part` goes. */
export const agrees = (decision: Decision, part: Partial<Decision>): boolean =>
	(part.range === undefined || samePlace(part.range, decision.range)) &&
	(part.codeId === undefined || part.codeId === decision.codeId) &&
	(part.valences === undefined ||
		(part.valences.change === decision.valences.change && part.valences.level === decision.valences.level)) &&
	(part.isImportant === undefined || part.isImportant === decision.isImportant);

/**
 * Whether a step can be taken on what is there now without touching the work of another. A coder's own steps are taken
 * back in order, so a coding that differs from what the step left was changed by someone else, or elsewhere:
 * `changed`. It may also have been taken away: `gone`. What another decided stays so when it happens to say the same.
 */
export const checkStep = (step: Step, present: Decision | undefined): 'possible' | 'changed' | 'gone' => {
	if (step.isTheirs) return present || step.kind === 'add' ? 'changed' : 'gone';
	switch (step.kind) {
		case 'add':
			return present ? 'changed' : 'possible';
		case 'remove':
			if (!present) return 'gone';
			return agrees(present, step.coding) ? 'possible' : 'changed';
		case 'change':
			if (!present) return 'gone';
			return agrees(present, step.before) ? 'possible' : 'changed';
		default:
			return step satisfies never;
	}
};

/**
 * A coding as it is seen: what it says, and when it got its code and was decided on otherwise (absent = when it was made).
 */
export type Seen = Decision & { readonly codeSetAt?: string; readonly decidedAt?: DecidedAt };

/** All that is decided about a coding. */
export const decisionParts = ['range', 'codeId', 'valences', 'isImportant'] as const;
export type DecisionPart = (typeof decisionParts)[number];

/**
 * What was decided about a coding between two times that it was seen. What was decided anew is told by its moment, also
 * when it says the same as before.
 */
export const decidedBetween = (before: Seen, now: Seen): readonly DecisionPart[] =>
	decisionParts.filter(
		(part) => !agrees(now, { [part]: before[part] }) || momentOf(before, part) !== momentOf(now, part)
	);

const momentOf = ({ codeSetAt, decidedAt }: Seen, part: DecisionPart) =>
	part === 'codeId' ? codeSetAt : decidedAt?.[part];

/**
 * A step once somebody else decided these parts of a coding, or took it away: what is about them is left to that person,
 * whatever the coding comes to say later.
 */
export const leftTo = (step: Step, id: CodingId, parts: readonly DecisionPart[]): Step =>
	!step.isTheirs &&
	subjectOf(step) === id &&
	parts.some((part) => step.kind !== 'change' || step.before[part] !== undefined || step.after[part] !== undefined)
		? { ...step, isTheirs: true }
		: step;

/** The coding a step is about. */
export const subjectOf = (step: Step): CodingId => (step.kind === 'change' ? step.id : step.coding.id);

/** A step under the ids that codings have by now: a coding gets its id of the server after the step was taken. */
export const withIds = (step: Step, idOf: (id: CodingId) => CodingId): Step => {
	if (step.kind === 'change') return { ...step, id: idOf(step.id) };
	const coding = { ...step.coding, id: idOf(step.coding.id) };
	return step.kind === 'remove' && step.into !== undefined
		? { ...step, coding, into: idOf(step.into) }
		: { ...step, coding };
};
