import type { Project } from '../../domain/project/project.ts';
import type { Source } from '../../domain/source/source.ts';
import type { Db } from '../store/database.ts';
import { decidedPairs } from '../store/decisions.ts';
import { loadDisplays, type DisplayData, type DisplayFrame, type WavePair } from '../store/display.ts';
import { listPlacedBlocks, type PlacedBlock } from '../store/report-blocks.ts';
import { listPassages, type PassageNow } from '../store/report-quotes.ts';

/** What may lean on a source, before it is worked out whether it does. */
export type LoadedUses = {
	readonly placed: readonly PlacedBlock[];
	readonly passages: ReadonlyMap<string, PassageNow>;
	/** of the area of the source: where somebody decided, where a text counts, and what else was asked for */
	readonly displays: readonly DisplayData[];
};

/**
 * Loads what may lean on a source, of the whole project: who tells somebody of it leaves out what that person may not
 * read. The displays of a pair of rounds are loaded once, whatever leans on them.
 */
export const loadUses = async (
	db: Db,
	{ project, frame }: { readonly project: Project; readonly frame: DisplayFrame },
	source: Pick<Source, 'id' | 'areaId'>,
	asked: readonly WavePair[] = []
): Promise<LoadedUses> => {
	const placed = await listPlacedBlocks(db, project.id, source);
	const codingIds = placed.flatMap(({ block: { ref } }) => (ref.kind === 'quote' ? [ref.codingId] : []));
	const counting = placed.filter(({ block }) => block.ref.kind !== 'quote').map(({ report }) => report);
	const pairs = new Map(
		[...(await decidedPairs(db, project.id, [source.areaId])), ...counting, ...asked].map(
			({ fromWaveId, toWaveId }): [string, WavePair] => [`${fromWaveId} ${toWaveId}`, { fromWaveId, toWaveId }]
		)
	);
	const areas = frame.areas.filter(({ id }) => id === source.areaId);
	const displays: DisplayData[] = [];
	for (const pair of pairs.values()) displays.push(...(await loadDisplays(db, project, frame, areas, pair)));
	return { placed, passages: await listPassages(db, project.id, codingIds), displays };
};
