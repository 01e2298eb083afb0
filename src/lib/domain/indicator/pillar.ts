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
