import type { Explanation } from '../domain/integration/explanation.ts';
import type { IndicatorFigures } from '../merge/figures.ts';
import * as m from '../paraglide/messages.js';
import { explanationKindLabel, recognisedLabel, saidByLabel } from './labels.ts';
import { readersLocale, type Locale } from './locale.ts';

/**
 * Which figure an explanation is about, and between which rounds where these are not the first and the last that the
 * figure is shown with: "over KV4, 2021 → 2023".
 */
export const explanationAbout = (
	{ indicatorId, fromWaveId, toWaveId }: Pick<Explanation, 'indicatorId' | 'fromWaveId' | 'toWaveId'>,
	figures: readonly Pick<IndicatorFigures, 'indicatorId' | 'key' | 'values'>[],
	locale: Locale = readersLocale()
): string => {
	const about = figures.find((one) => one.indicatorId === indicatorId);
	if (!about) throw new RangeError(`no figure ${indicatorId} that an explanation is about`);
	const { key: figure, values } = about;
	const [from, to] = [fromWaveId, toWaveId].map((id) => values.find(({ waveId }) => waveId === id));
	const isOwn = from === values[0] && to === values.at(-1);
	return isOwn || !from || !to
		? m.display_explanation_about({ figure }, { locale })
		: m.display_explanation_about_years({ figure, from: String(from.year), to: String(to.year) }, { locale });
};

/** Whether people know an explanation, or that nobody asked. */
export const explanationRecognised = (
	{ recognised }: Pick<Explanation, 'recognised'>,
	locale: Locale = readersLocale()
): string =>
	recognised === null ? m.display_recognised_not_asked({}, { locale }) : recognisedLabel(recognised, locale);

/** An explanation as a line of a report, with the figure it is about, its kind, who said it and whether people know it. */
export const explanationLine = (
	explanation: Parameters<typeof wordsAbout>[0] & Pick<Explanation, 'text'>,
	figures: Parameters<typeof explanationAbout>[1],
	locale: Locale
): string => m.report_explanation({ text: explanation.text, ...wordsAbout(explanation, figures, locale) }, { locale });

/** The same as a line of a factsheet. */
export const explanationInFactsheet = (
	explanation: Parameters<typeof wordsAbout>[0] & Pick<Explanation, 'text'>,
	figures: Parameters<typeof explanationAbout>[1],
	locale: Locale
): string => m.writing_explanation({ text: explanation.text, ...wordsAbout(explanation, figures, locale) }, { locale });

const wordsAbout = (
	explanation: Pick<Explanation, 'indicatorId' | 'fromWaveId' | 'toWaveId' | 'kind' | 'saidBy' | 'recognised'>,
	figures: Parameters<typeof explanationAbout>[1],
	locale: Locale
) => ({
	about: explanationAbout(explanation, figures, locale),
	kind: explanationKindLabel(explanation.kind, locale),
	saidBy: saidByLabel(explanation.saidBy, locale),
	recognised: explanationRecognised(explanation, locale)
});
