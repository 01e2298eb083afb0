import type { Wave } from '../../domain/area/wave.ts';
import type { Observation } from '../../domain/indicator/observation.ts';
import { cellKey } from '../../domain/indicator/observation-change.ts';
import type { ProjectId } from '../../domain/project/ids.ts';
import type { ObservationsDraft } from '../../import/observations-table.ts';
import { withTestedRounds } from '../../import/tested.ts';
import type { Db } from '../store/database.ts';
import { observationsBeside } from '../store/observation-changes.ts';

/**
 * The values of a file, with the rounds that their source tested against where no row names them: the last one before it
 * of which any sheet or the project has a value.
 */
export const withRoundsOfTests = async (
	db: Db,
	projectId: ProjectId,
	{ observations, unsaid }: Pick<ObservationsDraft, 'observations' | 'unsaid'>,
	waves: readonly Wave[]
): Promise<readonly Observation[]> => {
	const isOpen = (one: Observation): boolean => {
		const parts = unsaid.get(cellKey(one)) ?? [];
		return one.testedChange !== null && parts.includes('testedAgainst') && !parts.includes('testedChange');
	};
	const open = observations.filter(isOpen);
	if (open.length === 0) return observations;
	const unnamed = observations.map((one) => (isOpen(one) ? { ...one, testedAgainst: null } : one));
	return withTestedRounds(unnamed, waves, await observationsBeside(db, projectId, open));
};
