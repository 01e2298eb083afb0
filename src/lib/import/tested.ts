import type { Wave } from '../domain/area/wave.ts';
import type { Unsaid } from '../domain/indicator/figure-revision.ts';
import { roundBefore } from '../domain/indicator/source-test.ts';
import type { Observation } from '../domain/indicator/observation.ts';
import { cellKey } from '../domain/indicator/observation-change.ts';
import type { WaveId } from '../domain/project/ids.ts';
import { isMissing } from './decimal.ts';
import type { Cell } from './table.ts';
import { readYesNo } from './yes-no.ts';

/** Reads whether a source found a difference; null = it tested nothing, undefined = something else stands there. */
export const readTested = (cell: Cell): boolean | null | undefined => {
	const written = String(cell).trim();
	// An empty cell is no "no" here: what nobody tested did not turn out to be the same.
	if (written === '' || written === '-' || written === '–') return null;
	return readYesNo(cell) ?? (isMissing(cell) ? null : undefined);
};

/** Whether it is known what came of a test, and not against which round. */
export const isRoundOpen = ({ testedAgainst, testedChange }: Observation): boolean =>
	testedAgainst === null && testedChange !== null;

/** Values of a file without the rounds of tests that no row names: so that they are looked for beside other values again. */
export const withOpenRounds = (observations: readonly Observation[], unsaid: Unsaid): readonly Observation[] =>
	observations.map((one) => {
		const parts = unsaid.get(cellKey(one)) ?? [];
		const isUnnamed = parts.includes('testedAgainst') && !parts.includes('testedChange');
		return isUnnamed && one.testedChange !== null ? { ...one, testedAgainst: null } : one;
	});

/**
 * Values of a file with the rounds that their source tested against: the one that a row names, else the round before it
 * with a value in the file or among those that stand beside it, else the round before it in the project.
 */
export const withTestedRounds = (
	observations: readonly Observation[],
	waves: readonly Wave[],
	stored: readonly Observation[] = []
): readonly Observation[] => {
	if (!observations.some(isRoundOpen)) return observations;
	const seriesOf = ({ indicatorId, areaId }: Observation) => `${indicatorId} ${areaId}`;
	const valued = new Map<string, Set<WaveId>>();
	const own = new Set(observations.map(cellKey));
	const beside = stored.filter((one) => !own.has(cellKey(one)));
	for (const one of [...observations, ...beside].filter(({ value }) => value !== null)) {
		const rounds = valued.get(seriesOf(one)) ?? new Set();
		valued.set(seriesOf(one), rounds.add(one.waveId));
	}
	return observations.map((one) =>
		isRoundOpen(one)
			? {
					...one,
					testedAgainst: roundBefore(one.waveId, waves, (id) => valued.get(seriesOf(one))?.has(id) ?? false)
				}
			: one
	);
};
