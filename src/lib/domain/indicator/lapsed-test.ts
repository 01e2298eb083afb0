import type { Observation } from './observation.ts';
import { cellKey, type ObservationChange } from './observation-change.ts';
import { untested } from './source-test.ts';

/**
 * The cells whose value was known and is another one now, or gone. What a source tested against such a value it did not
 * test against the present one.
 */
export const revisedCells = (changes: readonly ObservationChange[]): ReadonlySet<string> =>
	new Set(
		changes
			.filter(
				({ before, after }) => before !== null && before.value !== null && before.value !== (after?.value ?? null)
			)
			.map(cellKey)
	);

/** Whether the value that a source tested against is revised. */
export const isTestLapsed = (one: Observation, revised: ReadonlySet<string>): boolean =>
	one.testedAgainst !== null && revised.has(cellKey({ ...one, waveId: one.testedAgainst }));

/** A value without what its source tested: margins and thresholds decide again. */
export const withoutTest = (one: Observation): Observation => ({ ...one, ...untested });
