import type { Explanation } from '../domain/integration/explanation.ts';
import { groups } from '../domain/source/source.ts';
import type { IndicatorFigures } from '../merge/figures.ts';
import type { JointDisplay } from '../merge/joint-display.ts';
import type { ShownObservation } from '../merge/observed.ts';
import { smallGroups, tellingOf } from '../merge/small-cells.ts';
import * as m from '../paraglide/messages.js';
import { isQuoteOf } from '../words/evidence.ts';
import { groupLabel } from '../words/labels.ts';
import type { Locale } from '../words/locale.ts';
import { groupsToldIn, isOfSmallGroup } from './display-cells.ts';
import type { ManifestPart } from './manifest.ts';
import { withheldVoices } from './voices-long.ts';

/** The figures of a display, each once: those of its pillar first, then those that themes borrow from another. */
export const figuresOf = ({ indicators, rows }: JointDisplay): readonly IndicatorFigures[] => {
	const once = new Map<string, IndicatorFigures>();
	for (const figures of [...indicators, ...rows.flatMap((row) => row.indicators)])
		if (!once.has(figures.indicatorId)) once.set(figures.indicatorId, figures);
	return [...once.values()];
};

/** The explanations of a display, each once: those beside themes first, then those of figures that no theme has. */
export const explanationsOf = ({
	rows,
	looseExplanations
}: Pick<JointDisplay, 'rows' | 'looseExplanations'>): readonly Explanation[] => [
	...new Map(
		[...rows.flatMap(({ explanations }) => explanations), ...looseExplanations].map((one) => [one.id, one])
	).values()
];

/** What is in the file of a joint display, kind by kind. */
export const displayManifest = (
	display: JointDisplay,
	observations: readonly ShownObservation[],
	locale: Locale
): readonly ManifestPart[] => {
	const { rows } = display;
	const told = groupsToldIn(display);
	const values = figuresOf(display).flatMap(({ key, values: own }) =>
		own.filter(({ value }) => value !== null).map((value) => [key, value])
	);
	return [
		{
			label: m.report_manifest_themes({}, { locale }),
			parts: rows.map(({ path, voices, section }) => [path, section, voices.together])
		},
		{ label: m.report_manifest_values({}, { locale }), parts: values },
		{
			label: m.report_manifest_decisions({}, { locale }),
			parts: rows.flatMap(({ path, decision }) =>
				decision ? [[path, decision.fit, decision.reason, decision.metaInference]] : []
			)
		},
		{
			label: m.writing_manifest_quotes({}, { locale }),
			parts: rows.flatMap(({ quotes }) =>
				quotes
					.filter((quote) => quote.text !== null && !isOfSmallGroup(quote, told))
					.map(({ text, reference }) => [text, reference])
			)
		},
		{ label: m.report_manifest_explanations({}, { locale }), parts: explanationsOf(display) },
		...(display.recognitions.length > 0
			? [{ label: m.report_manifest_recognitions({}, { locale }), parts: display.recognitions }]
			: []),
		...(observations.length > 0 ? [{ label: m.report_manifest_observations({}, { locale }), parts: observations }] : [])
	];
};

/** What is not in it, or not as somebody could think, and why; as sentences. */
export const displayLeftOut = (display: JointDisplay, locale: Locale): readonly string[] => {
	const { rows, area } = display;
	const told = groupsToldIn(display);
	const quotes = rows.flatMap((row) => row.quotes);
	const others = quotes.filter((quote) => !isOfSmallGroup(quote, told));
	const ofSmall = quotes.length - others.length;
	const evidenceOfSmall = new Set(
		explanationsOf(display)
			.flatMap(({ evidenceItems }) => evidenceItems)
			.filter((item) => isQuoteOf(item, told.tooFewToQuote))
			.map(({ id }) => id)
	).size;
	const withheld = others.filter(({ text }) => text === null).length;
	const offTheme = rows.flatMap(({ quotesOffTheme }) => quotesOffTheme ?? []).length;
	const uncounted = rows.flatMap(({ quotesUncounted }) => quotesUncounted ?? []).length;
	const proposals = rows.filter(({ decision, proposal }) => decision === null && proposal.fit !== null).length;
	const proposalsLeft = told.telling === 'none' ? m.report_left_proposals_untold : m.report_left_proposals;
	const review = rows.filter(({ decision }) => decision?.needsReview).length;
	const suppressed = figuresOf(display)
		.flatMap(({ values }) => values)
		.filter((value) => value.suppressed).length;
	return [
		...unsplitSentences(display, locale),
		...(ofSmall > 0 ? [m.report_left_small_quotes({ n: ofSmall }, { locale })] : []),
		...(evidenceOfSmall > 0 ? [m.report_left_small_evidence({ n: evidenceOfSmall }, { locale })] : []),
		...(withheld > 0 ? [m.writing_left_consent({ place: area.name, n: withheld }, { locale })] : []),
		...(offTheme > 0 ? [m.writing_left_off_theme({ place: area.name, n: offTheme }, { locale })] : []),
		...(uncounted > 0 ? [m.writing_left_uncounted({ place: area.name, n: uncounted }, { locale })] : []),
		...(suppressed > 0 ? [m.report_left_suppressed({ n: suppressed }, { locale })] : []),
		...(proposals > 0 ? [proposalsLeft({ n: proposals }, { locale })] : []),
		...(review > 0 ? [m.writing_left_to_review({ place: area.name, n: review }, { locale })] : [])
	];
};

/** Of which groups is not told what they say, and why: those that are too small, and the one that would tell of them. */
const unsplitSentences = ({ method, smallCell }: JointDisplay, locale: Locale): readonly string[] => {
	const telling = tellingOf(method, smallCell);
	if (telling === 'apart') return [];
	const small = smallGroups(method, smallCell);
	const sentences = groups.flatMap((group) => {
		const n = group === 'resident' ? method.residents : method.professionals;
		if (n === 0) return [];
		const words = small.includes(group) ? m.report_left_unsplit : m.report_left_unsplit_beside;
		return [words({ group: groupLabel(group, locale), n }, { locale })];
	});
	return telling === 'none'
		? [...sentences, m.report_left_together_unsplit({ n: method.interviews }, { locale })]
		: sentences;
};

/** The same of a file that has the voices in long form too: those of a round can be few where those of all rounds are not. */
export const longLeftOut = (display: JointDisplay, locale: Locale): readonly string[] => {
	const n = withheldVoices(display);
	return [...displayLeftOut(display, locale), ...(n > 0 ? [m.report_left_rounds_unsplit({ n }, { locale })] : [])];
};

/** The same as a line of what a sheet or CSV file says of itself. */
export const leftOutLine = (sentences: readonly string[], locale: Locale): readonly [string, string] => [
	m.writing_left_title({}, { locale }),
	sentences.length > 0 ? sentences.join('\n') : m.writing_left_nothing({}, { locale })
];
