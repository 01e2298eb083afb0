import type { Wave } from '../domain/area/wave.ts';
import { recognisedAnswers, type Explanation, type Recognition } from '../domain/integration/explanation.ts';
import { standingAnswers } from '../domain/integration/standing.ts';
import type { WaveId } from '../domain/project/ids.ts';
import type { IndicatorFigures } from '../merge/figures.ts';
import * as m from '../paraglide/messages.js';
import { explanationKindLabel, recognisedLabel, saidByLabel } from './labels.ts';
import { readersLocale, type Locale } from './locale.ts';
import { listWords } from './number.ts';

/** A session about two rounds, with all rounds that an explanation in it can be about. */
export type RoundsOfSession = {
	readonly waves: readonly Pick<Wave, 'id' | 'year'>[];
	readonly fromWaveId: WaveId;
	readonly toWaveId: WaveId;
};

type About = Pick<Explanation, 'indicatorId' | 'fromWaveId' | 'toWaveId'>;

/**
 * Which figure an explanation is about, and between which rounds where these are not those of the session it stands in;
 * outside a session: not the first and the last that the figure is shown with. "over KV4, 2021 → 2023".
 */
export const explanationAbout = (
	explanation: About,
	figures: readonly Pick<IndicatorFigures, 'indicatorId' | 'key' | 'values'>[],
	locale: Locale = readersLocale(),
	session: RoundsOfSession | null = null
): string => {
	const about = figures.find((one) => one.indicatorId === explanation.indicatorId);
	if (!about) throw new RangeError(`no figure ${explanation.indicatorId} that an explanation is about`);
	const { key: figure } = about;
	const years = session ? yearsBesideSession(explanation, session) : yearsBesideFigure(explanation, about);
	return years === null
		? m.display_explanation_about({ figure }, { locale })
		: m.display_explanation_about_years(
				{ figure, from: String(years.from.year), to: String(years.to.year) },
				{ locale }
			);
};

const yearsBesideFigure = ({ fromWaveId, toWaveId }: About, { values }: Pick<IndicatorFigures, 'values'>) => {
	const [from, to] = [fromWaveId, toWaveId].map((id) => values.find(({ waveId }) => waveId === id));
	const isOwn = from === values[0] && to === values.at(-1);
	return isOwn || !from || !to ? null : { from, to };
};

const yearsBesideSession = ({ fromWaveId, toWaveId }: About, session: RoundsOfSession) => {
	const [from, to] = [fromWaveId, toWaveId].map((waveId) => session.waves.find(({ id }) => id === waveId));
	const isOwn = fromWaveId === session.fromWaveId && toWaveId === session.toWaveId;
	return isOwn || !from || !to ? null : { from, to };
};

/** Whether people know an explanation: each answer that stands, with how many gave it and who; or that nobody asked. */
export const explanationRecognised = (
	{ recognitions }: Pick<Explanation, 'recognitions'>,
	locale: Locale = readersLocale()
): string => {
	const answers = standingAnswers(recognitions);
	if (answers.length === 0) return m.display_recognised_not_asked({}, { locale });
	return recognisedAnswers
		.flatMap((recognised) => {
			const own = answers.filter(({ answer }) => answer === recognised);
			const [answer, who] = [recognisedLabel(recognised, locale), whoAnswered(own, locale)];
			if (own.length === 0) return [];
			return answers.length === 1
				? [m.display_recognised_by({ answer, who }, { locale })]
				: [m.display_recognised_times_by({ n: own.length, answer, who }, { locale })];
		})
		.join(', ');
};

/** "bewoner (2×) en gemeente". */
const whoAnswered = (answers: readonly Recognition[], locale: Locale): string =>
	listWords(
		[...Map.groupBy(answers, ({ saidBy }) => saidBy)].map(([saidBy, { length: n }]) => {
			const who = saidByLabel(saidBy, locale);
			return n === 1 ? who : m.display_recognised_who_times({ who, n }, { locale });
		}),
		locale
	);

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
	explanation: Pick<Explanation, 'indicatorId' | 'fromWaveId' | 'toWaveId' | 'kind' | 'saidBy' | 'recognitions'>,
	figures: Parameters<typeof explanationAbout>[1],
	locale: Locale
) => ({
	about: explanationAbout(explanation, figures, locale),
	kind: explanationKindLabel(explanation.kind, locale),
	saidBy: saidByLabel(explanation.saidBy, locale),
	recognised: explanationRecognised(explanation, locale)
});
