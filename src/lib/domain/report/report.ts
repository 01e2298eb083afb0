import type { AreaId, PillarId, ProjectId, ReportId, UserId, WaveId } from '../project/ids.ts';
import type { ReportText } from './report-text.ts';

/** The final report of a round, or a sheet of one or two pages about a wijk. */
export const reportKinds = ['final', 'factsheet'] as const;
export type ReportKind = (typeof reportKinds)[number];

/** The language a report is written in. */
export const reportLanguages = ['nl', 'en'] as const;
export type ReportLanguage = (typeof reportLanguages)[number];

/** What is written about a pillar in an area, in this order. */
export const slots = ['message', 'figures', 'residents', 'professionals', 'explanations', 'attention'] as const;
export type Slot = (typeof slots)[number];

/** What is written about some areas, from one round to another. */
export type Report = {
	readonly id: ReportId;
	readonly projectId: ProjectId;
	readonly title: string;
	readonly kind: ReportKind;
	readonly fromWaveId: WaveId;
	readonly toWaveId: WaveId;
	/** in the order in which they stand in the report; at least one */
	readonly areaIds: readonly AreaId[];
	readonly language: ReportLanguage;
	readonly createdBy: UserId;
	readonly createdAt: Date;
	readonly changedAt: Date;
	/** from 1; one more with each change of the title, not of its sections */
	readonly version: number;
};

/** A place to write in a report. */
export type SectionKey = { readonly pillarId: PillarId; readonly areaId: AreaId; readonly slot: Slot };

/** What is written in one place of a report. */
export type Section = SectionKey & {
	readonly text: ReportText;
	/** 0 = nobody wrote here yet */
	readonly version: number;
	readonly changedBy: UserId | null;
	readonly changedAt: Date | null;
};

/** A place in which nobody wrote yet. */
export const emptySection = ({ pillarId, areaId, slot }: SectionKey): Section => ({
	pillarId,
	areaId,
	slot,
	text: [],
	version: 0,
	changedBy: null,
	changedAt: null
});
