import { fail, ok, type Result } from '../problem.ts';
import type { WaveId } from '../project/ids.ts';

/** A round of measurement (meetronde). The year a value is about is the observation's referenceYear. */
export type Wave = { readonly id: WaveId; readonly label: string; readonly year: number };

/** Waves in the order of time. */
export const byYear = (a: Wave, b: Wave): number => a.year - b.year || (a.id < b.id ? -1 : 1);

/** The rounds before a round, in the order of time; none when it is not among them. */
export const wavesBefore = (waveId: WaveId, waves: readonly Wave[]): readonly Wave[] => {
	const wave = waves.find(({ id }) => id === waveId);
	return wave ? waves.filter((other) => byYear(other, wave) < 0).sort(byYear) : [];
};

/**
 * The rounds whose voices count (DOMAIN 7.3): the last one, and those before it where earlier rounds count too. None when
 * the last one is not among them.
 */
export const countedWaves = (
	waves: readonly Wave[],
	{ toWaveId, includeEarlierWaves }: { readonly toWaveId: WaveId; readonly includeEarlierWaves: boolean }
): readonly Wave[] => {
	const last = waves.find(({ id }) => id === toWaveId);
	if (!last) return [];
	return waves.filter((wave) => wave.id === last.id || (includeEarlierWaves && byYear(wave, last) < 0));
};

/** The two rounds that were asked for; without, the first and the last. That they are among these is not looked at. */
export const wavePair = (
	waves: readonly Wave[],
	asked: { readonly fromWaveId?: WaveId | undefined; readonly toWaveId?: WaveId | undefined }
): Result<{ readonly fromWaveId: WaveId; readonly toWaveId: WaveId }> => {
	const sorted = [...waves].sort(byYear);
	const [first, last] = [sorted[0], sorted[sorted.length - 1]];
	if (!first || !last || sorted.length < 2) return fail('waves-too-few');
	return ok({ fromWaveId: asked.fromWaveId ?? first.id, toWaveId: asked.toWaveId ?? last.id });
};

/** The same, where both have to be among these rounds. */
export const knownWavePair = (
	waves: readonly Wave[],
	asked: Parameters<typeof wavePair>[1]
): ReturnType<typeof wavePair> => {
	const pair = wavePair(waves, asked);
	const isKnown = (waveId: WaveId) => waves.some(({ id }) => id === waveId);
	return pair.ok && !(isKnown(pair.value.fromWaveId) && isKnown(pair.value.toWaveId)) ? fail('display-unknown') : pair;
};
