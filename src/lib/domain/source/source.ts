import type { Spot } from '../area/spot.ts';
import { fail, ok, type Result } from '../problem.ts';
import type { AreaId, SourceId, StudyId, UserId, WaveId } from '../project/ids.ts';

export type Group = 'resident' | 'professional';
export const groups: readonly Group[] = ['resident', 'professional'];

export type SourceKind = 'transcript' | 'note' | 'file' | 'observation';
export const sourceKinds: readonly SourceKind[] = ['transcript', 'note', 'file', 'observation'];

/** The way of a source; only released sources are coded, counted and exported. */
export type SourceStatus =
	'uploaded' | 'speakers' | 'pseudonymising' | 'attributes' | 'handed-over' | 'released' | 'restricted';
export const sourceStatuses: readonly SourceStatus[] = [
	'uploaded',
	'speakers',
	'pseudonymising',
	'attributes',
	'handed-over',
	'released',
	'restricted'
];

/** An uploaded text: what is known about it, without its words. */
export type Source = {
	readonly id: SourceId;
	readonly title: string;
	readonly kind: SourceKind;
	readonly areaId: AreaId;
	readonly waveId: WaveId;
	readonly studyId: StudyId | null;
	/** whose voice it is; null = nobody's, as in an observation */
	readonly group: Group | null;
	/** ISO date or month, e.g. 2025-03 */
	readonly conductedOn: string | null;
	/** BCP 47, e.g. nl or ar */
	readonly language: string;
	readonly status: SourceStatus;
	/** version of the canonical text, from 1 */
	readonly version: number;
	/** length of the canonical text in code points */
	readonly characters: number;
	/** whether quotes may be shown in reports and exports; they are counted either way */
	readonly quotesAllowed: boolean;
	/** where it was seen; only an observation has one, and it needs none */
	readonly spot: Spot | null;
	readonly uploadedBy: UserId;
};

/** Whether a source takes part in coding, counts and exports. */
export const isReleased = (source: Pick<Source, 'status'>): boolean => source.status === 'released';

/**
 * Whose voice a source of this kind is. In an observation nobody speaks: it has no group, and since it is no interview
 * it counts in no balance of residents and professionals; its codings count as codings.
 */
export const voiceOf = (kind: SourceKind, group: Group | null): Result<Group | null> => {
	if (kind === 'observation') return group === null ? ok(null) : fail('observation-without-group', undefined, 'group');
	return group === null ? fail('source-group-missing', undefined, 'group') : ok(group);
};
