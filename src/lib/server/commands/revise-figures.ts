import { lacksReason } from '../../domain/indicator/check-observation.ts';
import { lapseUnsaid, reviseAll } from '../../domain/indicator/figure-revision.ts';
import { revisedCells } from '../../domain/indicator/lapsed-test.ts';
import type { Observation } from '../../domain/indicator/observation.ts';
import { changesBy } from '../../domain/indicator/observation-change.ts';
import type { Problem } from '../../domain/problem.ts';
import type { ProjectId } from '../../domain/project/ids.ts';
import type { Frame, ObservationsDraft } from '../../import/observations-table.ts';
import { tellRevisions } from '../../import/tell-revisions.ts';
import type { Db } from '../store/database.ts';
import { presentObservations } from '../store/observation-changes.ts';
import { lapsedBeside } from './lapse-tests.ts';
import { withRoundsOfTests } from './tested-rounds.ts';

/** The figures of a file as they will be stored, what stands in their cells now, and what somebody should know of it. */
export type Revised = {
	readonly present: readonly Observation[];
	readonly observations: readonly Observation[];
	/** values beside those of the file that lose their test, as they will stand */
	readonly lapsed: readonly Observation[];
	readonly warnings: readonly Problem[];
};

/** Lays the figures of a file beside what is stored: a preview tells the same as an import stores. */
export const reviseFigures = async (
	db: Db,
	projectId: ProjectId,
	draft: ObservationsDraft,
	frame: Frame
): Promise<Revised> => {
	const { unsaid, warnings } = draft;
	const read = await withRoundsOfTests(db, projectId, draft, frame.waves);
	const present = await presentObservations(db, projectId, read);
	const made = reviseAll(present, read, unsaid);
	const changes = changesBy(
		present,
		made.map(({ observation }) => observation)
	);
	const revisions = lapseUnsaid(made, unsaid, revisedCells(changes));
	const observations = revisions.map(({ observation }) => observation);
	const lapsed = await lapsedBeside(db, projectId, changes, observations);
	const beside = lapsed.map((observation) => ({ observation, notes: ['test-lapsed'] as const }));
	// A reason that is known already is not asked for again.
	const isExplained = !observations.some(lacksReason);
	const asked = warnings.filter(({ code }) => code !== 'trend-break-unexplained' || !isExplained);
	return { present, observations, lapsed, warnings: [...asked, ...tellRevisions([...revisions, ...beside], frame)] };
};
