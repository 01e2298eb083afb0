import { areaPath, type Area } from '../../domain/area/area.ts';
import type { Study } from '../../domain/area/study.ts';
import { areasOfEvidence } from '../../domain/integration/study-evidence.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { AreaId } from '../../domain/project/ids.ts';
import { areasFor, may, type Access } from '../../domain/project/membership.ts';

/** Whether somebody may write about all these areas; without any it is about every area, which asks for that right. */
export const checkWriting = (access: Access, areas: readonly Area[], areaIds: readonly AreaId[]): Result<null> => {
	const allowed =
		areaIds.length === 0
			? areasFor(access, 'study.write') === 'all'
			: areaIds.every((areaId) => may(access, 'study.write', { areaPath: pathOf(areas, areaId) }));
	return allowed ? ok(null) : fail('not-allowed', { action: 'study.write' });
};

/** Whether somebody may change a study itself. */
export const checkStudy = (access: Access, areas: readonly Area[], study: Pick<Study, 'areaId'>): Result<null> =>
	checkWriting(access, areas, areasOfEvidence({ areaIds: [] }, study));

/** Whether somebody may read what is about these areas: one of his or her own, or one that contains an own one. */
export const mayRead = (access: Access, areas: readonly Area[], areaIds: readonly AreaId[]): boolean => {
	const own = areasFor(access, 'study.read');
	if (own === 'all' || areaIds.length === 0) return true;
	const around = own.flatMap((areaId) => pathOf(areas, areaId));
	return areaIds.some((areaId) => around.includes(areaId) || pathOf(areas, areaId).some((id) => own.includes(id)));
};

const pathOf = (areas: readonly Area[], areaId: AreaId): readonly AreaId[] =>
	areaPath(areas, areaId).map(({ id }) => id);
