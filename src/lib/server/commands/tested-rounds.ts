import type { Wave } from '../../domain/area/wave.ts';
import type { Observation } from '../../domain/indicator/observation.ts';
import type { ProjectId } from '../../domain/project/ids.ts';
import type { ObservationsDraft } from '../../import/observations-table.ts';
import { isRoundOpen, withOpenRounds, withTestedRounds } from '../../import/tested.ts';
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
	const opened = withOpenRounds(observations, unsaid);
	const open = opened.filter(isRoundOpen);
	return open.length === 0
		? observations
		: withTestedRounds(opened, waves, await observationsBeside(db, projectId, open));
};
