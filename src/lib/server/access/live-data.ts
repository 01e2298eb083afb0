import type { Area } from '../../domain/area/area.ts';
import type { AreaId, PillarId } from '../../domain/project/ids.ts';
import type { LiveBlock } from '../../domain/report/live-block.ts';
import type { Db } from '../store/database.ts';
import { loadDisplay, type DisplayData } from '../store/display.ts';
import { listPassages, type PassageNow } from '../store/report-quotes.ts';
import type { ReportPermit } from './report-permit.ts';

/** What live blocks are laid beside: the data of the joint displays they lean on, and the passages they quote. */
export type LoadedData = {
	readonly displays: readonly (DisplayData & {
		readonly areas: readonly Area[];
		readonly comparisonAreaId: AreaId | null;
	})[];
	readonly passages: ReadonlyMap<string, PassageNow>;
};

/** Loads what some live blocks lean on now: each joint display once, all passages at once. */
export const loadLiveData = async (
	db: Db,
	permitted: ReportPermit,
	blocks: readonly Pick<LiveBlock, 'pillarId' | 'areaId' | 'ref'>[]
): Promise<LoadedData> => {
	const codingIds = blocks.flatMap(({ ref }) => (ref.kind === 'quote' ? [ref.codingId] : []));
	const places = new Map<string, { pillarId: PillarId; areaId: AreaId }>();
	for (const { pillarId, areaId, ref } of blocks)
		if (ref.kind !== 'quote') places.set(`${pillarId} ${areaId}`, { pillarId, areaId });
	const displays: LoadedData['displays'][number][] = [];
	const { project, frame } = permitted;
	for (const place of places.values()) {
		const data = await loadDisplayOf(db, permitted, place);
		if (data) displays.push({ ...data, areas: frame.areas, comparisonAreaId: project.comparisonAreaId });
	}
	return { displays, passages: await listPassages(db, permitted.project.id, codingIds) };
};

/** The joint display of a place of a report, over the rounds of the report; null when pillar or area are gone. */
export const loadDisplayOf = async (
	db: Db,
	permitted: ReportPermit,
	{ pillarId, areaId }: { readonly pillarId: PillarId; readonly areaId: AreaId }
): Promise<DisplayData | null> => {
	const { frame, report } = permitted;
	const pillar = frame.pillars.find(({ id }) => id === pillarId);
	const area = frame.areas.find(({ id }) => id === areaId);
	const { fromWaveId, toWaveId } = report;
	return pillar && area ? loadDisplay(db, permitted, frame, { pillar, area, fromWaveId, toWaveId }) : null;
};
