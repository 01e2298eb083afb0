import type { AreaId } from '../project/ids.ts';

export type AreaKind = 'district' | 'municipality' | 'region' | 'country';
export const areaKinds: readonly AreaKind[] = ['district', 'municipality', 'region', 'country'];

/** A place of the monitor with a parent: wijk, gemeente, regio, land. */
export type Area = {
	readonly id: AreaId;
	readonly parentId: AreaId | null;
	readonly name: string;
	/** an invented name that can be shown instead of the real one */
	readonly aliasName: string | null;
	readonly kind: AreaKind;
	/** CBS codes; an area may be several CBS wijken or buurten, or none */
	readonly statisticalCodes: readonly string[];
};

/** An area with all that contain it, nearest first; ends at a missing parent or a cycle. */
export const areaPath = (areas: readonly Area[], areaId: AreaId): readonly Area[] => {
	const path: Area[] = [];
	let next: AreaId | null = areaId;
	while (next !== null && !path.some((area) => area.id === next)) {
		const area = areas.find((candidate) => candidate.id === next);
		if (!area) break;
		path.push(area);
		next = area.parentId;
	}
	return path;
};

/** The wijken among some areas; where there are none, the areas of the smallest kind. */
export const smallestAreas = (areas: readonly Area[]): readonly Area[] => {
	const kind = areaKinds.find((candidate) => areas.some((area) => area.kind === candidate));
	return areas.filter((area) => area.kind === kind);
};
