import { wavesBefore, type Wave } from '../area/wave.ts';
import type { WaveId } from '../project/ids.ts';

/** What the source of a value says of a difference that it tested itself: both or nothing. */
export type SourceTest = {
	/** the earlier round that the value was tested against; null = the source tested nothing */
	readonly testedAgainst: WaveId | null;
	/** whether the source found a difference with that round */
	readonly testedChange: boolean | null;
};

/** A value of which the source tested nothing. */
export const untested: SourceTest = { testedAgainst: null, testedChange: null };

/** Whether the source found that a value changed since a round; null = it did not test against that very round. */
export const testedSince = ({ testedAgainst, testedChange }: SourceTest, waveId: WaveId): boolean | null =>
	testedAgainst === waveId ? testedChange : null;

/** What cannot be true of a test, with the field that is wrong. */
export type SourceTestFault = {
	readonly code: 'test-without-round' | 'test-without-outcome' | 'test-not-earlier';
	readonly field: keyof SourceTest;
};

/** The faults of what is said of a test beside a value of a round: half of it, or a round that is not an earlier one. */
export const sourceTestFaults = (
	{ testedAgainst, testedChange }: SourceTest,
	waveId: WaveId,
	waves: readonly Wave[]
): readonly SourceTestFault[] => {
	if (testedAgainst === null)
		return testedChange === null ? [] : [{ code: 'test-without-round', field: 'testedAgainst' }];
	if (!wavesBefore(waveId, waves).some(({ id }) => id === testedAgainst))
		return [{ code: 'test-not-earlier', field: 'testedAgainst' }];
	return testedChange === null ? [{ code: 'test-without-outcome', field: 'testedChange' }] : [];
};

/**
 * The round that a source tested against when it says no more than that it tested: the last one before it that has a
 * value beside this one, else the round before it.
 */
export const roundBefore = (
	waveId: WaveId,
	waves: readonly Wave[],
	hasValue: (waveId: WaveId) => boolean
): WaveId | null => {
	const earlier = wavesBefore(waveId, waves);
	return (earlier.findLast(({ id }) => hasValue(id)) ?? earlier.at(-1))?.id ?? null;
};
