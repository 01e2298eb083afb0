import { areaPath } from '../../domain/area/area.ts';
import type { AreaId } from '../../domain/project/ids.ts';
import { areasFor, type Action } from '../../domain/project/membership.ts';
import type { Permit } from '../access/permit.ts';
import { listAreas } from '../store/areas.ts';
import type { Db } from '../store/database.ts';

/** The areas in which somebody may do something, with what lies in them; null = all. */
export const areasOfReader = async (
	db: Db,
	{ project, access }: Permit,
	action: Action
): Promise<readonly AreaId[] | null> => {
	const granted = areasFor(access, action);
	if (granted === 'all') return null;
	const areas = await listAreas(db, project.id);
	return areas.filter(({ id }) => areaPath(areas, id).some((area) => granted.includes(area.id))).map(({ id }) => id);
};

/**
 * The areas whose figures this person may see; null = all. Beside his or her own also what contains them and what the
 * project compares with, since a joint display shows those figures too.
 */
export const areasWithFigures = async (db: Db, permitted: Permit): Promise<readonly AreaId[] | null> => {
	const own = await areasOfReader(db, permitted, 'figures.read');
	if (own === null) return null;
	const areas = await listAreas(db, permitted.project.id);
	const around = own.flatMap((areaId) => areaPath(areas, areaId).map(({ id }) => id));
	const { comparisonAreaId } = permitted.project;
	return [...new Set([...around, ...(comparisonAreaId === null ? [] : [comparisonAreaId])])];
};
