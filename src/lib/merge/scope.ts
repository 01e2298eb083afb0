import type { AreaId, WaveId } from '../domain/project/ids.ts';
import { byYear, countedWaves, type Wave } from '../domain/area/wave.ts';
import { fail, ok, type Result } from '../domain/problem.ts';
import { isReleased } from '../domain/source/source.ts';
import type { DisplayCoding, DisplaySource } from './joint-display.ts';

/** The rounds from the first to the last of a pair, in order of time; the first must lie before the last. */
export const wavesBetween = (waves: readonly Wave[], fromId: WaveId, toId: WaveId): Result<readonly Wave[]> => {
	const sorted = [...waves].sort(byYear);
	const from = sorted.findIndex(({ id }) => id === fromId);
	const to = sorted.findIndex(({ id }) => id === toId);
	if (from < 0) return fail('wave-unknown', undefined, 'fromWaveId');
	if (to < 0) return fail('wave-unknown', undefined, 'toWaveId');
	if (from >= to) return fail('waves-reversed', undefined, 'toWaveId');
	return ok(sorted.slice(from, to + 1));
};

/** Whose voices count (DOMAIN 7.3): the area, the last round, and whether earlier rounds count too. */
export type Scope = {
	readonly areaId: AreaId;
	readonly waves: readonly Wave[];
	readonly toWaveId: WaveId;
	readonly includeEarlierWaves: boolean;
};

/** The released interviews of an area that a display counts; notes and other files are no interviews. */
export const interviewsInScope = <S extends DisplaySource>(sources: readonly S[], scope: Scope): readonly S[] => {
	const ids = new Set(countedWaves(scope.waves, scope).map(({ id }) => id));
	if (ids.size === 0) throw new RangeError(`wave ${scope.toWaveId} is not among the waves`);
	return sources.filter(
		(source) =>
			source.areaId === scope.areaId && ids.has(source.waveId) && source.kind === 'transcript' && isReleased(source)
	);
};

/** Whether codings of this layer count: those of the team do; blind second codings never do. */
export const countsIn = (layer: DisplayCoding['layer']): boolean => layer === 'shared';
