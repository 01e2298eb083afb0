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
