import type { CodeId } from '#lib/domain/project/ids.ts';

type InTree = { readonly id: CodeId; readonly parentId: CodeId | null };

/** How often each code was put on the text. */
export const countCodes = (codings: readonly { readonly codeId: CodeId }[]): ReadonlyMap<CodeId, number> => {
	const counts = new Map<CodeId, number>();
	for (const { codeId } of codings) counts.set(codeId, (counts.get(codeId) ?? 0) + 1);
	return counts;
};

/** The counts with those of the codes below added to each code; codings are counted, so one may count twice above. */
export const withBelow = (
	codes: readonly InTree[],
	counts: ReadonlyMap<CodeId, number>
): ReadonlyMap<CodeId, number> => {
	const parents = new Map(codes.map(({ id, parentId }) => [id, parentId]));
	const total = new Map<CodeId, number>();
	for (const [codeId, count] of counts)
		for (let id: CodeId | null = codeId; id !== null; id = parents.get(id) ?? null)
			total.set(id, (total.get(id) ?? 0) + count);
	return total;
};

/** The codes that have codes below them. */
export const parentsIn = (codes: readonly InTree[]): ReadonlySet<CodeId> =>
	new Set(codes.flatMap(({ parentId }) => parentId ?? []));

/** The codes, in tree order, that are not below a closed one. */
export const inSight = <C extends InTree>(codes: readonly C[], closed: ReadonlySet<CodeId>): readonly C[] => {
	const hidden = new Set<CodeId>();
	for (const { id, parentId } of codes)
		if (parentId !== null && (closed.has(parentId) || hidden.has(parentId))) hidden.add(id);
	return codes.filter(({ id }) => !hidden.has(id));
};

/** Where a code stands among those next to it, for who hears the tree: the how manieth of how many. */
export type Place = { readonly position: number; readonly size: number };

/** The place of each code among those with the same parent. */
export const placesIn = (codes: readonly InTree[]): ReadonlyMap<CodeId, Place> => {
	const siblings = new Map<CodeId | null, CodeId[]>();
	for (const { id, parentId } of codes) {
		const row = siblings.get(parentId) ?? [];
		row.push(id);
		siblings.set(parentId, row);
	}
	return new Map(
		[...siblings.values()].flatMap((ids) =>
			ids.map((id, index) => [id, { position: index + 1, size: ids.length }] as const)
		)
	);
};
