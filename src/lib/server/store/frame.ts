import { sql } from 'kysely';
import type { Area } from '../../domain/area/area.ts';
import type { Study } from '../../domain/area/study.ts';
import type { Wave } from '../../domain/area/wave.ts';
import type { Indicator } from '../../domain/indicator/indicator.ts';
import type { Pillar } from '../../domain/indicator/pillar.ts';
import type { ProjectId } from '../../domain/project/ids.ts';
import { listAreas } from './areas.ts';
import type { Db } from './database.ts';
import { listIndicators } from './indicators.ts';
import { listPillars } from './pillars.ts';
import { listStudies } from './studies.ts';
import { listWaves } from './waves.ts';

/** What the work of a project is laid out over. */
export type ProjectFrame = {
	readonly areas: readonly Area[];
	readonly waves: readonly Wave[];
	readonly studies: readonly Study[];
	readonly pillars: readonly Pillar[];
	readonly indicators: readonly Indicator[];
};

/** The frame of a project, each list in its order; five short statements. */
export const loadFrame = async (db: Db, projectId: ProjectId): Promise<ProjectFrame> => ({
	areas: await listAreas(db, projectId),
	waves: await listWaves(db, projectId),
	studies: await listStudies(db, projectId),
	pillars: await listPillars(db, projectId),
	indicators: await listIndicators(db, projectId)
});

/**
 * Lets changes of one project's frame, codebook or members wait for one another, until the end of the transaction. What is
 * read after this is what the change will be made on, so that two people cannot each do half of something forbidden.
 * Whoever only reads, codes or adds interviews does not wait.
 */
export const lockProject = async (db: Db, projectId: ProjectId): Promise<void> => {
	await sql`select id from projects where id = ${projectId} for no key update`.execute(db);
};

/** Gives the parts of a list their places: the first id is at place 0. */
export const storeOrder = async (
	db: Db,
	table: 'areas' | 'pillars' | 'indicators',
	projectId: ProjectId,
	ids: readonly string[]
): Promise<void> => {
	await sql`update ${sql.table(table)} as part set place = given.place - 1
		from unnest(${[...ids]}::uuid[]) with ordinality as given (id, place)
		where part.id = given.id and part.project_id = ${projectId}`.execute(db);
};
