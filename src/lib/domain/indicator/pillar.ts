import type { AreaId, PillarId } from '../project/ids.ts';

/** A given dimension of the kernset (pijler); it can be absent in an area. */
export type Pillar = {
	readonly id: PillarId;
	readonly name: string;
	readonly shortName: string | null;
	readonly absentIn: readonly AreaId[];
};

/** The name for narrow places. */
export const shortNameOf = (pillar: Pillar): string => pillar.shortName ?? pillar.name;

/** The areas in which a pillar is absent, when it is measured in these; null = measured everywhere, also in areas to come. */
export const absentIn = (
	areas: readonly { readonly id: AreaId }[],
	measuredIn: readonly AreaId[] | null
): readonly AreaId[] =>
	measuredIn === null ? [] : areas.map(({ id }) => id).filter((areaId) => !measuredIn.includes(areaId));
