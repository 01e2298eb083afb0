import { byYear, type Wave } from '../domain/area/wave.ts';
import type { SessionAnswer } from '../domain/integration/review-session.ts';
import type { IndicatorFigures } from './figures.ts';

/**
 * Whether people recognised a figure, beside a display. Who was asked about other rounds than those of the display said
 * nothing on its development: such an answer is context, and never counts as one on the display's own pair.
 */
export type FigureAnswer = SessionAnswer & {
	/** of the rounds that people were asked about */
	readonly fromYear: number;
	readonly toYear: number;
	/** they were asked about the first and the last round of the display */
	readonly isOwnPair: boolean;
};

/**
 * The answers on figures of a display: those about its own pair of rounds first, then those about other pairs that share
 * time with it, each in the order it is in. An answer about rounds that all lie before or after the display is none of it;
 * one from its last round on is, since that value stands in it.
 */
export const answersAbout = (
	answers: readonly SessionAnswer[],
	allWaves: readonly Wave[],
	shown: { readonly from: Wave; readonly to: Wave },
	figures: readonly Pick<IndicatorFigures, 'indicatorId'>[]
): readonly FigureAnswer[] => {
	const ids = new Set(figures.map(({ indicatorId }) => indicatorId));
	const sorted = [...allWaves].sort(byYear);
	const placeOf = (waveId: string) => sorted.findIndex(({ id }) => id === waveId);
	const [first, last] = [placeOf(shown.from.id), placeOf(shown.to.id)];
	const found = answers.flatMap((answer): readonly FigureAnswer[] => {
		const [from, to] = [sorted[placeOf(answer.fromWaveId)], sorted[placeOf(answer.toWaveId)]];
		if (!from || !to || !ids.has(answer.indicatorId)) return [];
		if (placeOf(from.id) > last || placeOf(to.id) <= first) return [];
		const isOwnPair = from.id === shown.from.id && to.id === shown.to.id;
		return [{ ...answer, fromYear: from.year, toYear: to.year, isOwnPair }];
	});
	return found.toSorted((a, b) => Number(b.isOwnPair) - Number(a.isOwnPair));
};
