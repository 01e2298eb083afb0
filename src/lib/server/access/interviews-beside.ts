import type { ProjectId } from '../../domain/project/ids.ts';
import type { InterviewFact } from '../../domain/report/file-facts.ts';
import type { Group } from '../../domain/source/source.ts';
import type { Db } from '../store/database.ts';
import { listInterviews } from '../store/display-data.ts';
import { listSourceCells } from '../store/source-cells.ts';

/** Where somebody speaks, and of which group; null = an observation of public space. */
type Cell = Pick<InterviewFact, 'areaId' | 'areaName'> & { readonly group: Group | null };

/** The interviews of these groups in these areas: of how many somebody can be known. */
export const interviewsBeside = async (
	db: Db,
	projectId: ProjectId,
	said: readonly Cell[]
): Promise<readonly InterviewFact[]> => {
	const cellsSaid = said.filter(({ group }) => group !== null);
	const names = new Map(cellsSaid.map(({ areaId, areaName }) => [areaId, areaName]));
	const cells = new Set(cellsSaid.map(({ areaId, group }) => `${areaId} ${group ?? ''}`));
	return (await listInterviews(db, projectId, [...names.keys()]))
		.filter(({ areaId, group }) => cells.has(`${areaId} ${group}`))
		.map(({ id, areaId, group }) => ({ sourceId: id, areaId, areaName: names.get(areaId) ?? '', group }));
};

/** The interviews that a file is about, also those that are not released yet, with the others of their groups and areas. */
export const interviewsAbout = async (
	db: Db,
	projectId: ProjectId,
	sourceIds: readonly string[]
): Promise<readonly InterviewFact[]> => {
	const own = await listSourceCells(db, projectId, [...new Set(sourceIds)]);
	const beside = await interviewsBeside(db, projectId, own);
	return [...new Map([...own, ...beside].map((one) => [one.sourceId, one])).values()];
};
