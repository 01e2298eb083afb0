import type { AreaId, StudyId } from '../project/ids.ts';

export type StudyKind = 'interviews' | 'network-interviews' | 'secondary-analysis' | 'observation';
export const studyKinds: readonly StudyKind[] = [
	'interviews',
	'network-interviews',
	'secondary-analysis',
	'observation'
];

/** A part of the research (deelonderzoek); null areaId = in all areas. */
export type Study = {
	readonly id: StudyId;
	readonly name: string;
	readonly kind: StudyKind;
	readonly areaId: AreaId | null;
};
