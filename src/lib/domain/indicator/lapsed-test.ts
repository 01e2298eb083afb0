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

/**
 * Those of some values that lose what their source tested, without it, when cells are revised; not those that are said
 * themselves now: what is said of them holds.
 */
export const lapsedTests = (
	tested: readonly Observation[],
	revised: ReadonlySet<string>,
	said: readonly Observation[]
): readonly Observation[] => {
	const own = new Set(said.map(cellKey));
	return tested.filter((one) => !own.has(cellKey(one)) && isTestLapsed(one, revised)).map(withoutTest);
};

/** A value without what its source tested: margins and thresholds decide again. */
export const withoutTest = (one: Observation): Observation => ({ ...one, ...untested });
