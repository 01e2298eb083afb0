import type { AreaId } from '../project/ids.ts';
import type { Area } from './area.ts';

/** An area in the tree: how deep it lies, and the areas beside it in the same one, in their order. */
export type AreaNode = { readonly area: Area; readonly depth: number; readonly siblings: readonly AreaId[] };

/** All areas from the outermost in, each followed by what lies in it; an area whose parent is gone stands at the top. */
export const areaTree = (areas: readonly Area[]): readonly AreaNode[] => {
	const known = new Set(areas.map(({ id }) => id));
	const childrenOf = (parentId: AreaId | null) =>
		areas.filter((area) => (area.parentId !== null && known.has(area.parentId) ? area.parentId : null) === parentId);
	const below = (parentId: AreaId | null, depth: number): readonly AreaNode[] => {
		const children = childrenOf(parentId);
		const siblings = children.map(({ id }) => id);
		return children.flatMap((area) => [{ area, depth, siblings }, ...below(area.id, depth + 1)]);
	};
	return below(null, 0);
};
