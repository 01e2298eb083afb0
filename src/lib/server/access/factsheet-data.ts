import type { Area } from '../../domain/area/area.ts';
import { byYear } from '../../domain/area/wave.ts';
import type { AreaId, PillarId, WaveId } from '../../domain/project/ids.ts';
import type { ReportLanguage } from '../../domain/report/report.ts';
import { liveBlocksOf } from '../../domain/report/report-text.ts';
import type { Db } from '../store/database.ts';
import { loadDisplay, type DisplayData, type WavePair } from '../store/display.ts';
import { listBlocks, type StoredBlock } from '../store/report-blocks.ts';
import { listSections, type StoredSection } from '../store/report-sections.ts';
import { listReports, type ListedReport } from '../store/reports.ts';
import type { DisplaysPermit } from './display-permit.ts';
import { namedObservations, type NamedObservation } from './observed-data.ts';
import { loadLiveData, type LoadedData } from './live-data.ts';
import { reachesAll } from './report-permit.ts';

/** Everything in the database that the factsheet of an area is made of. */
export type LoadedFactsheet = {
	readonly area: Area;
	readonly smallest: number;
	/** of each pillar, in the order of the kernset */
	readonly displays: readonly DisplayData[];
	/** what was seen in public space, by pillar */
	readonly observed: ReadonlyMap<PillarId, readonly NamedObservation[]>;
	/** those that figures can be compared with are among them */
	readonly areas: readonly Area[];
	/** the project's own comparison */
	readonly comparisonAreaId: AreaId | null;
	/** what authors wrote for it, with the blocks that stand in it and the data these lean on */
	readonly written: {
		readonly sections: readonly StoredSection[];
		readonly blocks: readonly StoredBlock[];
		readonly data: LoadedData;
		readonly language: ReportLanguage;
	} | null;
};

/** Loads the factsheet of an area and two rounds, with the newest text about them that this person may read. */
export const loadFactsheet = async (
	db: Db,
	permitted: DisplaysPermit,
	area: Area,
	{ fromWaveId, toWaveId }: WavePair
): Promise<LoadedFactsheet> => {
	const { project, frame } = permitted;
	const pair = { fromWaveId, toWaveId };
	const rounds = [...frame.waves].sort(byYear);
	const at = (id: WaveId) => rounds.findIndex((wave) => wave.id === id);
	const waves = rounds.slice(at(fromWaveId), at(toWaveId) + 1);
	const { codebook, areas } = frame;
	const displays: DisplayData[] = [];
	const observed = new Map<PillarId, readonly NamedObservation[]>();
	for (const pillar of frame.pillars) {
		const display = await loadDisplay(db, permitted, frame, { pillar, area, ...pair });
		displays.push(display);
		observed.set(pillar.id, namedObservations(display, codebook, waves));
	}
	return {
		...{ area, smallest: project.smallCell, displays, observed, areas },
		comparisonAreaId: project.comparisonAreaId,
		written: await loadWritten(db, permitted, area, pair)
	};
};

/** Whether this person may read the newest text for the factsheet of an area and two rounds, if there is one. */
export const readsNewestText = async (
	db: Db,
	permitted: DisplaysPermit,
	area: Area,
	pair: WavePair
): Promise<boolean> => {
	const [newest] = await textsAbout(db, permitted, area, pair);
	return newest === undefined || reachesAll(permitted, 'report.read', newest.areaIds);
};

/** The texts for the factsheet of an area and two rounds, the newest first. */
const textsAbout = async (
	db: Db,
	{ project }: DisplaysPermit,
	area: Area,
	{ fromWaveId, toWaveId }: WavePair
): Promise<readonly ListedReport[]> =>
	(await listReports(db, project.id)).filter(
		(one) =>
			one.kind === 'factsheet' &&
			one.fromWaveId === fromWaveId &&
			one.toWaveId === toWaveId &&
			one.areaIds.includes(area.id)
	);

/** The newest text for the factsheet of an area and two rounds that this person may read; null = there is none. */
export const loadWritten = async (
	db: Db,
	permitted: DisplaysPermit,
	area: Area,
	{ fromWaveId, toWaveId }: WavePair
): Promise<LoadedFactsheet['written']> => {
	const report = (await textsAbout(db, permitted, area, { fromWaveId, toWaveId })).find(({ areaIds }) =>
		reachesAll(permitted, 'report.read', areaIds)
	);
	if (!report) return null;
	const sections = (await listSections(db, report.id)).filter(({ areaId }) => areaId === area.id);
	const ids = new Set(sections.flatMap(({ text }) => liveBlocksOf(text)));
	const blocks = (await listBlocks(db, report.id)).filter(({ id }) => ids.has(id));
	const data = await loadLiveData(db, { ...permitted, report }, blocks);
	return { sections, blocks, data, language: report.language };
};
