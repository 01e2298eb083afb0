import { areaPath, type Area } from '../../domain/area/area.ts';
import { countedWaves, type Wave } from '../../domain/area/wave.ts';
import { pillarsOf, type Codebook } from '../../domain/codebook/codebook.ts';
import type { Indicator } from '../../domain/indicator/indicator.ts';
import type { Observation } from '../../domain/indicator/observation.ts';
import type { Pillar } from '../../domain/indicator/pillar.ts';
import type { StudyEvidence } from '../../domain/integration/study-evidence.ts';
import type { AreaId, CodeId, PillarId, WaveId } from '../../domain/project/ids.ts';
import type { Said } from '../../domain/coding/said.ts';
import type { Access } from '../../domain/project/membership.ts';
import type { Project } from '../../domain/project/project.ts';
import { listChosenQuotes, type StoredChoice } from './chosen-quotes.ts';
import type { Db } from './database.ts';
import { latestDecisions, type StoredDecision } from './decisions.ts';
import {
	listInterviews,
	listObservationsOf,
	listSaid,
	listSayings,
	type CountedSource,
	type Saying
} from './display-data.ts';
import { listObserved, type Observed } from './display-observed.ts';
import { listExplanations, type StoredExplanation } from './explanations.ts';
import { listStudies } from './studies.ts';
import { listEvidence } from './study-evidence.ts';

/** What all joint displays of a project are laid out over. */
export type DisplayFrame = {
	readonly areas: readonly Area[];
	readonly waves: readonly Wave[];
	readonly pillars: readonly Pillar[];
	readonly indicators: readonly Indicator[];
	readonly codebook: Codebook;
};

/** From which round to which. */
export type WavePair = { readonly fromWaveId: WaveId; readonly toWaveId: WaveId };

/** Everything in the database that a joint display is built from. */
export type DisplayData = WavePair &
	Pick<DisplayFrame, 'waves' | 'codebook' | 'indicators'> &
	Pick<Project, 'includeEarlierWaves' | 'smallCell'> & {
		readonly pillar: Pillar;
		readonly area: Area;
		readonly observations: readonly Observation[];
		readonly sources: readonly CountedSource[];
		readonly codings: readonly Saying[];
		readonly quotes: readonly StoredChoice[];
		/** null = not asked for */
		readonly explanations: readonly StoredExplanation[] | null;
		readonly decisions: readonly ({ readonly codeId: CodeId } & Pick<
			StoredDecision,
			'decision' | 'basis' | 'readings'
		>)[];
		/** absent in the overview, which does not show it */
		readonly evidence?: StudyEvidence;
		/** what was seen in public space with codes of the pillar, in rounds that count; absent in the overview */
		readonly observed?: readonly Observed[];
	};

/** Loads one joint display: a dozen short statements at most, whatever the size of the project. */
export const loadDisplay = async (
	db: Db,
	{ project, access }: { readonly project: Project; readonly access: Access },
	frame: DisplayFrame,
	{ pillar, area, ...pair }: WavePair & { readonly pillar: Pillar; readonly area: Area }
): Promise<DisplayData> => {
	const key = { ...pair, pillarId: pillar.id, areaId: area.id };
	const sources = await listInterviews(db, project.id, [area.id]);
	const themes = codesByPillar(frame.codebook).get(pillar.id) ?? [];
	const decisions = await latestDecisions(db, project.id, { ...pair, pillarId: pillar.id, areaIds: [area.id] });
	return {
		...pair,
		pillar,
		area,
		waves: frame.waves,
		codebook: frame.codebook,
		indicators: frame.indicators,
		observations: await listObservationsOf(db, project.id, areasToCompare(project, frame.areas, [area.id])),
		sources,
		codings: await listSayings(db, idsOf(countedIn(sources, project, frame, pair)), themes),
		quotes: await listChosenQuotes(db, project.id, key),
		explanations: await listExplanations(db, project.id, access, area.id),
		decisions: decisions.map(keptOf),
		evidence: {
			...(await listEvidence(db, project.id)),
			studies: await listStudies(db, project.id),
			areas: frame.areas
		},
		observed: await listObserved(db, project.id, {
			areaId: area.id,
			waveIds: countedWaves(frame.waves, { ...project, ...pair }).map(({ id }) => id),
			codeIds: themes
		}),
		includeEarlierWaves: project.includeEarlierWaves,
		smallCell: project.smallCell
	};
};

/** Which displays are loaded at once. */
type Several = {
	readonly project: Project;
	readonly frame: DisplayFrame;
	readonly areas: readonly Area[];
	readonly pair: WavePair;
};

/** What a cell of the overview is made from. */
export type OverviewData = Omit<DisplayData, 'codings' | 'quotes' | 'explanations' | 'evidence' | 'observed'> & {
	/** in the order of the sources */
	readonly said: Said;
};

/** Loads the displays of all pillars in some areas at once, in four statements: without quotes and explanations. */
export const loadDisplays = async (
	db: Db,
	project: Project,
	frame: DisplayFrame,
	areas: readonly Area[],
	pair: WavePair
): Promise<readonly DisplayData[]> => {
	const bases = await loadBases(db, { project, frame, areas, pair });
	const themes = codesByPillar(frame.codebook);
	const counted = countedIn(bases.sources, project, frame, pair);
	const codings = await listSayings(db, idsOf(counted), [...new Set([...themes.values()].flat())]);
	const areaOf = new Map(bases.sources.map(({ id, areaId }) => [id, areaId]));
	const byArea = Map.groupBy(codings, ({ sourceId }) => areaOf.get(sourceId));
	return areas.flatMap((area) => {
		const byCode = Map.groupBy(byArea.get(area.id) ?? [], ({ codeId }) => codeId);
		return bases.of(area).map((base) => ({
			...base,
			codings: (themes.get(base.pillar.id) ?? []).flatMap((codeId) => byCode.get(codeId) ?? []),
			quotes: [],
			explanations: null
		}));
	});
};

/** Loads what the overview shows of the same displays, in four statements too. */
export const loadOverview = async (
	db: Db,
	project: Project,
	frame: DisplayFrame,
	areas: readonly Area[],
	pair: WavePair
): Promise<readonly OverviewData[]> => {
	const bases = await loadBases(db, { project, frame, areas, pair });
	const themes = new Set([...codesByPillar(frame.codebook).values()].flat());
	const sources = countedIn(bases.sources, project, frame, pair);
	const said = await listSaid(db, idsOf(sources), [...themes]);
	return areas.flatMap((area) => bases.of(area).map((base) => ({ ...base, sources, said })));
};

/** The interviews of the rounds that count: what the others say is not asked for, they may be most of a project. */
const countedIn = (
	sources: readonly CountedSource[],
	{ includeEarlierWaves }: Project,
	{ waves }: DisplayFrame,
	{ toWaveId }: WavePair
): readonly CountedSource[] => {
	const ids = new Set(countedWaves(waves, { toWaveId, includeEarlierWaves }).map(({ id }) => id));
	return sources.filter(({ waveId }) => ids.has(waveId));
};

const idsOf = (sources: readonly CountedSource[]) => sources.map(({ id }) => id);

/** What several displays have before anything is said in them: for an area, one for each pillar. */
const loadBases = async (db: Db, { project, frame, areas, pair }: Several) => {
	const areaIds = areas.map(({ id }) => id);
	const observations = await listObservationsOf(db, project.id, areasToCompare(project, frame.areas, areaIds));
	const sources = await listInterviews(db, project.id, areaIds);
	const decisions = await latestDecisions(db, project.id, { ...pair, areaIds });
	const of = (area: Area) => {
		const near = new Set(areasToCompare(project, frame.areas, [area.id]));
		const ownObservations = observations.filter(({ areaId }) => near.has(areaId));
		const ownSources = sources.filter(({ areaId }) => areaId === area.id);
		return frame.pillars.map((pillar) => ({
			...pair,
			pillar,
			area,
			waves: frame.waves,
			codebook: frame.codebook,
			indicators: frame.indicators,
			observations: ownObservations,
			sources: ownSources,
			decisions: decisions.filter(({ row }) => row.areaId === area.id && row.pillarId === pillar.id).map(keptOf),
			includeEarlierWaves: project.includeEarlierWaves,
			smallCell: project.smallCell
		}));
	};
	return { sources, of };
};

const keptOf = ({ row, decision, basis, readings }: StoredDecision) => ({
	codeId: row.codeId,
	decision,
	basis,
	readings
});

/** Which codes serve each pillar. */
const codesByPillar = (codebook: Codebook): ReadonlyMap<PillarId, readonly CodeId[]> => {
	const result = new Map<PillarId, CodeId[]>();
	for (const { id } of codebook.codes)
		for (const pillarId of pillarsOf(codebook, id)) result.set(pillarId, [...(result.get(pillarId) ?? []), id]);
	return result;
};

/** These areas with all that contain them, and the area the project compares with. */
const areasToCompare = (project: Project, areas: readonly Area[], areaIds: readonly AreaId[]): readonly AreaId[] => [
	...new Set([
		...areaIds.flatMap((areaId) => areaPath(areas, areaId).map(({ id }) => id)),
		...(project.comparisonAreaId === null ? [] : [project.comparisonAreaId])
	])
];
