import type { CarriedPassage } from '#lib/contract/carried-passage.ts';
import { subjectOf, type Decision, type Step } from '#lib/domain/coding/undo.ts';
import type { Range } from '#lib/domain/text/range.ts';
import { withoutSteps, type Action } from './action-history.svelte.ts';
import type { CodingChange } from './coding-trails.ts';
import type { Kept } from './kept-work.ts';
import type { DeskCoding } from './desk-coding.ts';
import type { KeptAddition, KeptTrail } from './kept-trails.ts';

/** A coding that was not stored before its words were edited; a person says where it goes. */
export type UnplacedCoding = {
	readonly addition: KeptAddition;
	/** the version its place is counted over */
	readonly version: number;
	/** where it is now, with other words; or where its words stood */
	readonly passage: CarriedPassage;
};

/** Work on an earlier version of a text, as it is on the present one. */
type CarriedWork = Pick<Kept, 'done' | 'undone' | 'trails'> & {
	readonly unplaced: readonly UnplacedCoding[];
	/** how many changes nothing is left of, since their words are gone */
	readonly lost: number;
};

/** Where a passage is now. */
type PassageCarrier = (range: Range) => CarriedPassage;

const keyOf = ({ start, end }: Range) => `${start} ${end}`;
const nowhere: CarriedPassage = { outcome: 'gone', start: 0, end: 0, was: null };

/** All passages that the work is about, each once. */
export const passagesOfWork = ({ done, undone, trails }: Kept): readonly Range[] => {
	const ranges = [
		...[...done, ...undone].flatMap(({ steps }) => steps.flatMap(rangesOfStep)),
		...trails.flatMap(rangesOfTrail)
	].flatMap((range) => range ?? []);
	return [...new Map(ranges.map(({ start, end }) => [keyOf({ start, end }), { start, end }])).values()];
};

/** What is known of passages; one that was not answered is nowhere. */
export const carrierOf = (asked: readonly Range[], answered: readonly CarriedPassage[]): PassageCarrier => {
	const known = new Map(asked.map((range, index) => [keyOf(range), answered[index] ?? nowhere]));
	return (range) => known.get(keyOf(range)) ?? nowhere;
};

/**
 * Carries work along with an edit of its text. New codings on untouched words go on; on other words they wait for a
 * person. Each step of what can be undone is carried by itself, and only those fall off whose words are gone.
 */
export const carryWork = ({ version, done, undone, trails }: Kept, carry: PassageCarrier): CarriedWork => {
	const unplaced: UnplacedCoding[] = [];
	const kept: KeptTrail[] = [];
	let lost = 0;
	for (const trail of trails) {
		if (trail.kind === 'add') {
			const passage = carry(trail.coding.range);
			if (passage.outcome === 'moved') kept.push({ ...trail, coding: carriedCoding(trail.coding, passage, carry) });
			else unplaced.push({ addition: trail, version, passage });
		} else if (trail.kind === 'change') {
			const change = carriedPart(trail.change, carry);
			if (change) kept.push({ ...trail, change });
			else lost += 1;
		} else {
			const range = rangeOf(carry(trail.coding.range));
			// What the server still has is taken away by its id, wherever it stands.
			if (range) kept.push({ ...trail, coding: { ...trail.coding, range } });
			else if (trail.kind === 'remove' && trail.deletionId === null) kept.push(trail);
			else if (trail.kind === 'restore') lost += 1;
		}
	}
	const waiting = unplaced.map(({ addition }) => addition.coding.id);
	const actions = (all: readonly Action[]) =>
		withoutSteps(all, (step) => waiting.includes(subjectOf(step))).flatMap((action) => {
			const steps = action.steps.flatMap((step) => carriedStep(step, carry) ?? []);
			return steps.length === 0 ? [] : { ...action, steps };
		});
	return { done: actions(done), undone: actions(undone), trails: kept, unplaced, lost };
};

const rangeOf = ({ outcome, start, end }: CarriedPassage): Range | null => (outcome === 'gone' ? null : { start, end });

/** A new coding on its words in the present text; `asked`: what the server may have stored of it already. */
const carriedCoding = (
	{ asked, ...coding }: DeskCoding,
	{ start, end }: CarriedPassage,
	carry: PassageCarrier
): DeskCoding => {
	const range = asked ? rangeOf(carry(asked.range)) : null;
	return { ...coding, range: { start, end }, ...(asked && range && { asked: { ...asked, range } }) };
};

/** What is left of a change when its passage is carried along; null = nothing. */
const carriedPart = <P extends Partial<Decision> | CodingChange>(part: P, carry: PassageCarrier): P | null => {
	if (part.range === undefined) return part;
	const range = rangeOf(carry(part.range));
	if (range) return { ...part, range };
	const { range: _, ...rest } = part;
	return Object.keys(rest).length === 0 ? null : (rest as P);
};

const carriedStep = (step: Step, carry: PassageCarrier): Step | null => {
	if (step.kind !== 'change') {
		const range = rangeOf(carry(step.coding.range));
		return range && { ...step, coding: { ...step.coding, range } };
	}
	const [before, after] = [carriedPart(step.before, carry), carriedPart(step.after, carry)];
	if (!before || !after) return null;
	if ((before.range === undefined) === (after.range === undefined)) return { ...step, before, after };
	// One of the two passages is gone: what else was changed can still be taken back.
	const { range: _, ...earlier } = before;
	const { range: __, ...later } = after;
	return Object.keys(later).length === 0 ? null : { ...step, before: earlier, after: later };
};

const rangesOfStep = (step: Step): readonly (Range | undefined)[] =>
	step.kind === 'change' ? [step.before.range, step.after.range] : [step.coding.range];

const rangesOfTrail = (trail: KeptTrail): readonly (Range | undefined)[] =>
	trail.kind === 'change' ? [trail.change.range] : [trail.coding.range, trail.coding.asked?.range];
