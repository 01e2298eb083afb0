import type { AreaId, CodeId, ProjectId } from './ids.ts';

/** A monitor: its frame, sources, codebook and reports. */
export type Project = {
	readonly id: ProjectId;
	readonly name: string;
	readonly language: string;
	/** invented data: every page and export says so */
	readonly isFictional: boolean;
	/** which area figures are compared with when no nearer one has values */
	readonly comparisonAreaId: AreaId | null;
	/** count interviews of earlier waves too (ook eerdere rondes) */
	readonly includeEarlierWaves: boolean;
	/** cells with fewer interviews are not split further (R12) */
	readonly smallCell: number;
	/** groups of codes that are about collaboration in the network; empty = the first group under no pillar */
	readonly networkGroupIds: readonly CodeId[];
	/** no interview is released of which no participant was written down */
	readonly asksForConsent: boolean;
	/** ISO day until which participants can withdraw (R4); null = none was set */
	readonly withdrawalUntil: string | null;
	/** days after the release of an interview in which its file is kept; 0 = it is not kept once it was read (R17) */
	readonly originalDays: number;
	/** ISO day after which keys and sealed texts have to go (R17); null = none was set */
	readonly keysUntil: string | null;
};
