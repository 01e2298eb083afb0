import { fewestCases } from '../domain/indicator/check-observation.ts';
import { countNote } from '../domain/indicator/figure-revision.ts';
import type { Observation } from '../domain/indicator/observation.ts';
import type { Problem } from '../domain/problem.ts';
import { fewerThan, isTooFew } from './decimal.ts';
import type { Cell } from './table.ts';

type Counted = Pick<Observation, 'value' | 'n' | 'lower' | 'upper' | 'suppressed' | 'note'>;

/** A file that tells of a value only that it is about fewer than so many people, and whether its value was left out. */
export type Few = { readonly below: number; readonly isLeftOut: boolean };

/**
 * A value whose number of people the file hides ("<10"). That number is not known, so it is written in the note. A value
 * about fewer than may be told is stored as too few cases, without its number, as one of which the file says so itself.
 */
export const countFew = (read: Counted, cells: { readonly value: Cell; readonly n: Cell }): [Counted, Few | null] => {
	const below = fewerThan(cells.n);
	const isHidden = read.suppressed || isTooFew(cells.value);
	if (below === null) return [{ ...read, suppressed: isHidden }, null];
	const suppressed = isHidden || read.value === null || below <= fewestCases + 1;
	const note = [read.note, countNote(below)].filter((text) => text !== '').join('; ');
	const kept = { value: suppressed ? null : read.value, lower: suppressed ? null : read.lower };
	return [
		{ ...read, ...kept, upper: suppressed ? null : read.upper, suppressed, note },
		{ below, isLeftOut: suppressed && read.value !== null }
	];
};

/** What somebody is told of such values before they are taken over: those that are left out, and those that are kept. */
export const tellFew = (found: readonly (Few & { readonly row: number })[]): readonly Problem[] =>
	[true, false].flatMap((isLeftOut) => {
		const [first, ...others] = found.filter((few) => few.isLeftOut === isLeftOut);
		return first
			? [
					{
						code: isLeftOut ? 'figures-few-left-out' : 'figures-few-noted',
						params: { row: first.row, n: others.length + 1, below: first.below },
						at: `row ${first.row}`
					}
				]
			: [];
	});
