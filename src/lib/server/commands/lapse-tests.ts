import { lapsedTests, revisedCells } from '../../domain/indicator/lapsed-test.ts';
import type { Observation } from '../../domain/indicator/observation.ts';
import { cellKey, type ObservationChange } from '../../domain/indicator/observation-change.ts';
import type { ProjectId } from '../../domain/project/ids.ts';
import type { Db } from '../store/database.ts';
import { testedAgainstCells } from '../store/observation-changes.ts';

/**
 * The values that lose what their source tested, since some changes revise the value it was tested against; not those
 * that are changed themselves: what is said of them is said now.
 */
export const lapsedBeside = async (
	db: Db,
	projectId: ProjectId,
	changes: readonly ObservationChange[],
	said: readonly Observation[]
): Promise<readonly Observation[]> => {
	const revised = revisedCells(changes);
	if (revised.size === 0) return [];
	const tested = await testedAgainstCells(
		db,
		projectId,
		changes.filter((change) => revised.has(cellKey(change)))
	);
	return lapsedTests(tested, revised, said);
};
