import type { Wave } from '../domain/area/wave.ts';
import type { CodeId } from '../domain/project/ids.ts';
import type { DisplayCoding, DisplaySource } from './joint-display.ts';
import { countsIn } from './scope.ts';
import { bySpeaker, packSaying, type PackedSaying, type Speaker } from './voices.ts';

/** What is said with a code, and in how many passages. */
export type CodeSayings = { readonly said: readonly PackedSaying[]; readonly passages: number };

/** What is said with each code by some speakers. */
export type Sayings = ReadonlyMap<CodeId, CodeSayings>;

/** The year of a round. */
export const yearOf = (waves: readonly Wave[], waveId: string): number => {
	const wave = waves.find(({ id }) => id === waveId);
	if (!wave) throw new RangeError(`wave ${waveId} is not among the waves`);
	return wave.year;
};

/** Interviews as signs show them, in the order of signs. */
export const speakersOf = (interviews: readonly DisplaySource[], waves: readonly Wave[]): readonly Speaker[] =>
	interviews
		.map(({ id, title, group, waveId }) => ({ sourceId: id, title, group, waveId, year: yearOf(waves, waveId) }))
		.sort(bySpeaker);

/** What these speakers say with some codes, in one pass over the codings: those of others and of other layers do not count. */
export const sayingsByCode = (
	codings: readonly DisplayCoding[],
	speakers: readonly Speaker[],
	codeIds: readonly CodeId[]
): Sayings => {
	const placeOf = new Map(speakers.map(({ sourceId }, at) => [sourceId, at]));
	const sayings = new Map(codeIds.map((id) => [id, { said: [] as PackedSaying[], passages: 0 }]));
	for (const { sourceId, codeId, layer, valences, passages } of codings) {
		const ofCode = sayings.get(codeId);
		const place = placeOf.get(sourceId);
		if (!ofCode || place === undefined || !countsIn(layer)) continue;
		ofCode.said.push(packSaying(place, valences));
		ofCode.passages += passages ?? 1;
	}
	return sayings;
};

/** How many passages say something. */
export const passagesIn = (sayings: readonly CodeSayings[]): number =>
	sayings.reduce((sum, { passages }) => sum + passages, 0);

/** What is said with any of these codes. */
export const sayingsOf = (sayings: Sayings, codeIds: readonly CodeId[]): readonly CodeSayings[] =>
	codeIds.flatMap((id) => {
		const ofCode = sayings.get(id);
		return ofCode ? [ofCode] : [];
	});
