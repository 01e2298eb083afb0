import { areaPath, type Area } from '../domain/area/area.ts';
import type { DescribedStudy } from '../domain/area/study.ts';
import type { Wave } from '../domain/area/wave.ts';
import {
	areasOfEvidence,
	findingDirections,
	isEvidenceFor,
	type EvidenceLinks,
	type Finding,
	type FindingDirection,
	type StudyEvidence
} from '../domain/integration/study-evidence.ts';
import type { IndicatorId, PillarId } from '../domain/project/ids.ts';

type Shown = {
	readonly id: string;
	readonly studyId: string;
	readonly study: string;
	readonly institute: string;
	readonly period: string;
	/** people or cases in the data of the study; null = not known */
	readonly n: number | null;
	readonly indicatorIds: readonly IndicatorId[];
	/** names; empty = all areas */
	readonly areas: readonly string[];
	/** rounds it is tied to; empty = none */
	readonly years: readonly number[];
};

/** A finding of a study as a joint display shows it. */
export type ShownFinding = Shown & { readonly text: string; readonly direction: FindingDirection };

/** A table of a study that belongs on a joint display; what stands in it is read at the study. */
export type ShownTable = Shown & { readonly caption: string };

/** The third kind of evidence on a joint display, beside figures and voices. It never changes a proposal. */
export type ShownEvidence = { readonly findings: readonly ShownFinding[]; readonly tables: readonly ShownTable[] };

/** What studies found about a pillar in an area between two rounds, in the order of their names. */
export const evidenceOn = (
	evidence: StudyEvidence | undefined,
	{
		pillarId,
		area,
		waves,
		indicatorIds
	}: {
		readonly pillarId: PillarId;
		readonly area: Area;
		readonly waves: readonly Wave[];
		readonly indicatorIds: readonly IndicatorId[];
	}
): ShownEvidence => {
	if (!evidence) return { findings: [], tables: [] };
	const { studies, findings, tables, areas } = evidence;
	const place = {
		pillarId,
		indicatorIds,
		areaIds: areaPath(areas, area.id).map(({ id }) => id),
		waveIds: waves.map(({ id }) => id)
	};
	const of = <E extends Finding | StudyEvidence['tables'][number]>(study: DescribedStudy, items: readonly E[]) =>
		items
			.filter((item) => item.studyId === study.id && isEvidenceFor(item, study, place))
			.map((item) => ({ item, shown: shownOf(item, study, areas, waves) }));
	return {
		findings: studies.flatMap((study) =>
			of(study, findings).map(({ item: { text, direction }, shown }) => ({ ...shown, text, direction }))
		),
		tables: studies.flatMap((study) => of(study, tables).map(({ item: { caption }, shown }) => ({ ...shown, caption })))
	};
};

const shownOf = (
	{ id, indicatorIds, areaIds, waveIds }: EvidenceLinks & { readonly id: string },
	study: DescribedStudy,
	areas: readonly Area[],
	waves: readonly Wave[]
): Shown => {
	const about = areasOfEvidence({ areaIds }, study);
	return {
		id,
		studyId: study.id,
		study: study.name,
		institute: study.institute,
		period: study.period,
		n: study.n,
		indicatorIds,
		areas: areas.filter((area) => about.includes(area.id)).map(({ name }) => name),
		years: waves.filter((wave) => waveIds.includes(wave.id)).map(({ year }) => year)
	};
};

/** The findings about the figures of a theme. */
export const findingsAbout = (
	{ findings }: ShownEvidence,
	indicatorIds: readonly IndicatorId[]
): readonly ShownFinding[] =>
	findings.filter((finding) => finding.indicatorIds.some((id) => indicatorIds.includes(id)));

/** How many findings point which way; directions that none points are left out. */
export const countDirections = (
	findings: readonly Pick<ShownFinding, 'direction'>[]
): readonly { readonly direction: FindingDirection; readonly count: number }[] =>
	findingDirections.flatMap((direction) => {
		const count = findings.filter((finding) => finding.direction === direction).length;
		return count > 0 ? [{ direction, count }] : [];
	});
