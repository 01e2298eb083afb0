import { areaPath, type Area, type AreaKind } from '../domain/area/area.ts';
import type { AreaId } from '../domain/project/ids.ts';

/**
 * With which areas a figure can be compared, in order. A chosen kind (gemeente, regio, land) gives that one alone;
 * without a choice the nearest area comes first, and the project's own comparison area last.
 */
export const comparisonAreas = (
	areas: readonly Area[],
	areaId: AreaId,
	kind: Exclude<AreaKind, 'district'> | null,
	projectComparisonAreaId: AreaId | null
): readonly Area[] => {
	const above = areaPath(areas, areaId).slice(1);
	if (kind !== null) return above.filter((area) => area.kind === kind).slice(0, 1);
	const own = areas.find((area) => area.id === projectComparisonAreaId && area.id !== areaId);
	return own && !above.some((area) => area.id === own.id) ? [...above, own] : above;
};
