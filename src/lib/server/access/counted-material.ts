import { smallestAreas } from '../../domain/area/area.ts';
import { byYear, knownWavePair } from '../../domain/area/wave.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { Db } from '../store/database.ts';
import { listInterviews } from '../store/display-data.ts';
import { loadDisplays, type DisplayData } from '../store/display.ts';
import type { DisplaysPermit } from './display-permit.ts';

/** Which joint displays go in a file of their long form; ids with commas between them, absent = all. */
export type AskedLongDisplay = {
	readonly pillarIds?: string | undefined;
	readonly areaIds?: string | undefined;
	readonly fromWaveId?: string | undefined;
	readonly toWaveId?: string | undefined;
};

/** The joint displays of a file in long form: of the pillars and areas that were chosen, or of all that one may take away. */
export const longDisplays = async (
	db: Db,
	{ project, frame, can }: DisplaysPermit,
	asked: AskedLongDisplay
): Promise<Result<readonly DisplayData[]>> => {
	const allowed = frame.areas.filter(({ id }) => can('export.display', id));
	const areas = chosen(frame.areas, asked.areaIds) ?? smallestAreas(allowed);
	const pillars = chosen(frame.pillars, asked.pillarIds) ?? frame.pillars;
	const pair = knownWavePair(frame.waves, asked);
	if (!pair.ok) return pair;
	if (areas === unknown || pillars === unknown) return fail('display-unknown');
	if (areas.length === 0 || !areas.every((area) => allowed.includes(area)))
		return fail('not-allowed', { action: 'export.display' });
	const loaded = await loadDisplays(db, project, frame, areas, pair.value);
	return ok(loaded.filter(({ pillar }) => pillars.some(({ id }) => id === pillar.id)));
};

/** Which display of the network goes in a file. */
export type AskedNetwork = { readonly groupId?: string | undefined; readonly toWaveId?: string | undefined };

/** What a file about collaboration counts: interviews in the areas of the display. */
export const networkParts = async (db: Db, { project, frame, can }: DisplaysPermit, asked: AskedNetwork) => {
	const waves = [...frame.waves].sort(byYear);
	const to = asked.toWaveId === undefined ? waves.at(-1) : waves.find(({ id }) => id === asked.toWaveId);
	const areas = smallestAreas(frame.areas.filter(({ id }) => can('display.read', id)));
	if (asked.groupId !== undefined && !frame.codebook.byId.has(asked.groupId))
		return fail('code-unknown', undefined, 'groupId');
	if (asked.toWaveId !== undefined && !to) return fail('wave-unknown', undefined, 'toWaveId');
	if (!areas.every(({ id }) => can('export.display', id))) return fail('not-allowed', { action: 'export.display' });
	if (!to || areas.length === 0) return fail('network-empty');
	const sources = await listInterviews(
		db,
		project.id,
		areas.map(({ id }) => id)
	);
	return ok({ kind: 'network' as const, areas, waves, toWaveId: to.id, sources });
};

const unknown = Symbol('something that is not in the project');

/** Those whose ids were given, in the order of the project; null: nobody chose. */
const chosen = <T extends { readonly id: string }>(
	all: readonly T[],
	ids: string | undefined
): readonly T[] | typeof unknown | null => {
	if (ids === undefined) return null;
	const wanted = new Set(ids.split(','));
	const found = all.filter(({ id }) => wanted.has(id));
	return found.length === wanted.size ? found : unknown;
};
