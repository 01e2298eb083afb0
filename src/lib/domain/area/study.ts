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

/** What a study rests on, for who reads its tables and findings. */
export type StudyAbout = {
	/** who did it, or whose data they are */
	readonly institute: string;
	/** in words: "schooljaren 2018-2022" */
	readonly period: string;
	/** in short */
	readonly method: string;
	/** people or cases in the data; null = not known */
	readonly n: number | null;
	readonly remark: string;
};

/** A study with what it rests on; each change makes the next version. */
export type DescribedStudy = Study & StudyAbout & { readonly version: number };
