import { lacksReason } from '../../domain/indicator/check-observation.ts';
import { reviseAll } from '../../domain/indicator/figure-revision.ts';
import type { Observation } from '../../domain/indicator/observation.ts';
import type { Problem } from '../../domain/problem.ts';
import type { ProjectId } from '../../domain/project/ids.ts';
import type { Frame, ObservationsDraft } from '../../import/observations-table.ts';
import { tellRevisions } from '../../import/tell-revisions.ts';
import type { Db } from '../store/database.ts';
import { presentObservations } from '../store/observation-changes.ts';

/** The figures of a file as they will be stored, what stands in their cells now, and what somebody should know of it. */
export type Revised = {
	readonly present: readonly Observation[];
	readonly observations: readonly Observation[];
	readonly warnings: readonly Problem[];
};

/** Lays the figures of a file beside what is stored: a preview tells the same as an import stores. */
export const reviseFigures = async (
	db: Db,
	projectId: ProjectId,
	{ observations: read, unsaid, warnings }: ObservationsDraft,
	frame: Frame
): Promise<Revised> => {
	const present = await presentObservations(db, projectId, read);
	const revisions = reviseAll(present, read, unsaid);
	const observations = revisions.map(({ observation }) => observation);
	// A reason that is known already is not asked for again.
	const isExplained = !observations.some(lacksReason);
	const asked = warnings.filter(({ code }) => code !== 'trend-break-unexplained' || !isExplained);
	return { present, observations, warnings: [...asked, ...tellRevisions(revisions, frame)] };
};
