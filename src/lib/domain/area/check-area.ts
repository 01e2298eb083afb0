import { fail, ok, type Result } from '../problem.ts';
import type { Area, AreaKind } from './area.ts';

const size: Readonly<Record<AreaKind, number>> = { district: 0, municipality: 1, region: 2, country: 3 };

/**
 * Whether an area, new or changed, fits among the others: its parent is there and is a larger kind of place, and what
 * lies in it is smaller. So no area can come to lie in itself.
 */
export const checkArea = (areas: readonly Area[], area: Area): Result<null> => {
	const others = areas.filter(({ id }) => id !== area.id);
	if (area.parentId !== null) {
		const parent = others.find(({ id }) => id === area.parentId);
		if (!parent) return fail('reference-unknown', { kind: 'area', field: 'parentId' }, 'parentId');
		if (size[parent.kind] <= size[area.kind])
			return fail('area-parent-not-larger', { parent: parent.name }, 'parentId');
	}
	const child = others.find(({ parentId, kind }) => parentId === area.id && size[kind] >= size[area.kind]);
	return child ? fail('area-child-not-smaller', { child: child.name }, 'kind') : ok(null);
};
