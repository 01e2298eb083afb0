import type { Explanation } from '../domain/integration/explanation.ts';
import type { Group } from '../domain/source/source.ts';
import type { ChosenQuote, DisplayRow, JointDisplay, RowDecision } from '../merge/joint-display.ts';
import { tellsVoices } from '../merge/decision-changes.ts';
import { outcomeOf, type FigureValue } from '../merge/development.ts';
import { quotedWords } from '../domain/report/shorten.ts';
import type { IndicatorFigures } from '../merge/figures.ts';
import { reasoningOf } from '../merge/reasoning.ts';
import { groupsTooFewToQuote, smallGroups, tellingOf, type Telling } from '../merge/small-cells.ts';
import type { VoiceCount } from '../merge/voices.ts';
import * as m from '../paraglide/messages.js';
import { decidedBy, decisionWords, proposalWords, reviewSentence } from '../words/decision.ts';
import { changeSentences, findingsSinceSentence, readingSentence } from '../words/decision-changes.ts';
import { evidenceLine } from '../words/evidence.ts';
import { explanationLine } from '../words/explanation.ts';
import {
	basisSentence,
	comparisonSentence,
	developmentLabel,
	developmentSentence,
	developmentSign
} from '../words/figures.ts';
import { breakSentences, sourcesOf } from '../words/figure-source.ts';
import { capitalised, relationLabel } from '../words/labels.ts';
import type { Locale } from '../words/locale.ts';
import { decimalsOf, formatNumber, formatValue } from '../words/number.ts';
import { countLine, groupsSentence, levelLabel, thinLabel, voicesLabel } from '../words/voices.ts';
import { findingsReasoning } from '../words/study-evidence.ts';
import { reasoningSentence } from '../words/reasoning.ts';
import { line, type Line, type TextCell } from './document.ts';

/** The columns of a joint display in their order (DOMAIN 7.1), with the width of each on paper and in a sheet. */
export const displayColumns = (years: readonly number[], locale: Locale) =>
	[
		{ label: m.report_column_theme({}, { locale }), width: 30 },
		{ label: m.report_column_figure({ years: years.join(' · ') }, { locale }), width: 28 },
		{ label: m.report_column_development({}, { locale }), width: 29 },
		{ label: m.report_column_comparison({}, { locale }), width: 26 },
		{ label: m.report_column_residents({}, { locale }), width: 22 },
		{ label: m.report_column_professionals({}, { locale }), width: 22 },
		{ label: m.report_column_quotes({}, { locale }), width: 38 },
		{ label: m.report_column_explanations({}, { locale }), width: 29 },
		{ label: m.report_column_fit({}, { locale }), width: 24 },
		{ label: m.report_column_meta_inference({}, { locale }), width: 26 }
	] as const;

/** How far the rows of a file tell what groups say, and which of these are too small to be told apart (R12, rule 7). */
export type GroupsTold = {
	readonly telling: Telling;
	readonly small: readonly Group[];
	/** of which no quote stands beside an explanation */
	readonly tooFewToQuote: readonly Group[];
};

/** How far the file of a display tells what residents and professionals say. */
export const groupsToldIn = ({ method, smallCell }: Pick<JointDisplay, 'method' | 'smallCell'>): GroupsTold => ({
	telling: tellingOf(method, smallCell),
	small: smallGroups(method, smallCell),
	tooFewToQuote: groupsTooFewToQuote(method, smallCell)
});

/** A row of a joint display as the lines of its ten cells: the same on paper, in a sheet and in CSV. */
export const displayCells = (row: DisplayRow, told: GroupsTold, locale: Locale): readonly TextCell[] => [
	themeCell(row, told, locale),
	row.indicators.flatMap((figures) => figureLines(figures, locale)),
	developmentCell(row, locale),
	row.indicators.map((figures) => keyed(figures, comparisonSentence(figures, locale), locale)),
	groupCell(row, 'resident', told, locale),
	groupCell(row, 'professional', told, locale),
	row.quotes.filter((quote) => !isOfSmallGroup(quote, told)).map((quote) => quoteLine(quote, locale)),
	explanationCell(row, told, locale),
	fitCell(row, told, locale),
	row.decision && row.decision.metaInference !== '' ? [line(row.decision.metaInference)] : []
];

const keyed = ({ key }: IndicatorFigures, text: string, locale: Locale): Line =>
	line(m.report_keyed({ key, text }, { locale }));

const themeCell = ({ name, voices, indicators }: DisplayRow, { telling }: GroupsTold, locale: Locale): TextCell => [
	line(name, 'strong'),
	...(telling !== 'none' && voices.together.isThin ? [line(thinLabel(locale), 'small')] : []),
	...indicators.map((figures) => {
		const { key, label, unit, relation } = figures;
		const source = sourcesOf(figures, locale);
		return line(
			relation === null || relation === 'same-topic'
				? m.report_indicator({ key, label, unit, source }, { locale })
				: m.report_indicator_related(
						{ key, label, unit, source, relation: relationLabel(relation, locale) },
						{ locale }
					),
			'small'
		);
	})
];

const figureLines = (figures: IndicatorFigures, locale: Locale): TextCell => {
	const decimals = decimalsOf(figures.values.map(({ value }) => value));
	const values = figures.values.map((value) => {
		const text = formatValue(value, locale, decimals);
		return value.trendBreak ? m.report_value_broken({ value: text }, { locale }) : text;
	});
	return [
		keyed(figures, values.join(' · '), locale),
		...[...detailsOf(figures.values, decimals, locale), ...breakSentences(figures, locale)].map((text) =>
			line(text, 'small')
		)
	];
};

/** Reference years of all rounds; n and margin of the last. */
const detailsOf = (values: readonly FigureValue[], decimals: number, locale: Locale): readonly string[] => {
	const last = values[values.length - 1];
	const none = m.report_none({}, { locale });
	const years = values.map(({ referenceYear }) => referenceYear ?? none).join(' · ');
	const isShown = last !== undefined && last.value !== null;
	const margin =
		isShown && last.lower !== null && last.upper !== null
			? m.report_margin(
					{ lower: formatNumber(last.lower, locale, decimals), upper: formatNumber(last.upper, locale, decimals) },
					{ locale }
				)
			: null;
	const base = isShown && last.n !== null ? m.report_base({ n: formatNumber(last.n, locale) }, { locale }) : null;
	return [
		...(values.some(({ referenceYear }) => referenceYear !== null)
			? [m.report_reference_years({ years }, { locale })]
			: []),
		...(base || margin ? [[base, margin].filter((part) => part !== null).join('; ')] : [])
	];
};

const developmentCell = ({ indicators, development }: DisplayRow, locale: Locale): TextCell => {
	const counted = indicators.filter(({ relation }) => relation === 'same-topic').length;
	const theme = `${developmentSign[development]} ${capitalised(developmentLabel(development, locale))}`;
	return [
		...(counted > 1 ? [line(theme, 'strong')] : []),
		...indicators.map((figures) => {
			const basis = basisSentence(figures, locale);
			const sentence = `${developmentSign[outcomeOf(figures.development)]} ${developmentSentence(figures, locale)}`;
			return keyed(figures, basis === null ? sentence : `${sentence} ${basis}`, locale);
		})
	];
};

const voiceCell = (count: VoiceCount, locale: Locale): TextCell => {
	const level = levelLabel(count.level, locale);
	const outcome = capitalised(voicesLabel(count.outcome, locale));
	return [
		line(level === null ? outcome : m.report_outcome({ outcome, level }, { locale }), 'strong'),
		line(countLine(count, locale))
	];
};

/** What a group says. Beside a group that is too small: how many interviews there are, and not what they say. */
const groupCell = ({ voices }: DisplayRow, group: Group, { telling, small }: GroupsTold, locale: Locale): TextCell => {
	const count = voices[group];
	if (telling === 'apart')
		return [...voiceCell(count, locale), ...(group === 'professional' ? differenceOf(voices.groups, locale) : [])];
	if (count.total === 0) return [line(countLine(count, locale), 'small')];
	const words = small.includes(group) ? m.report_unsplit : m.report_unsplit_beside;
	return [line(words({ n: count.total }, { locale }), 'small')];
};

/** A signal when professionals say something else than residents. */
const differenceOf = (agreement: DisplayRow['voices']['groups'], locale: Locale): TextCell =>
	agreement === 'disagree' || agreement === 'partly' ? [line(groupsSentence(agreement, locale), 'strong')] : [];

/** Whether somebody of a group that is too small is quoted: among so few the words point to who said them. */
export const isOfSmallGroup = ({ group }: Pick<ChosenQuote, 'group'>, { small }: Pick<GroupsTold, 'small'>): boolean =>
	group !== null && small.includes(group);

/** A quote with its reference; without consent for quotes the reference alone. */
const quoteLine = (quote: ChosenQuote, locale: Locale): Line => {
	const { reference } = quote;
	const text = quotedWords(quote);
	return text === null
		? line(m.report_quote_withheld_in_cell({ reference }, { locale }), 'small')
		: line(m.report_quote_in_cell({ text, reference }, { locale }), 'quote');
};

const explanationCell = (
	{ explanations, indicators, decision }: DisplayRow,
	told: GroupsTold,
	locale: Locale
): TextCell => {
	const lines = explanations.flatMap((explanation) => explanationLines(explanation, indicators, told, locale));
	return decision?.withoutExplanation ? [...lines, line(m.display_without_explanation({}, { locale }))] : lines;
};

/** An explanation, and below it what it leans on and what speaks against it. */
export const explanationLines = (
	explanation: Explanation,
	figures: readonly IndicatorFigures[],
	{ tooFewToQuote }: Pick<GroupsTold, 'tooFewToQuote'>,
	locale: Locale
): TextCell => [
	line(explanationLine(explanation, figures, locale)),
	...explanation.evidenceItems.map((item) => line(evidenceLine(item, locale, tooFewToQuote), 'small'))
];

/**
 * The decision with who, when and why; without one the proposal, told as a proposal. The counts that the proposal follows
 * from and the findings of studies stand beside either. Where all interviews together are too few: what somebody decided,
 * and neither counts nor the proposal nor what interviews say otherwise since, which would tell what they say.
 */
const fitCell = (row: DisplayRow, { telling }: GroupsTold, locale: Locale): TextCell => {
	const { decision, proposal, findings } = row;
	const found = findingsReasoning(findings, locale);
	const beside = [
		line(
			telling === 'none'
				? m.report_together_unsplit({ n: row.voices.together.total }, { locale })
				: reasoningSentence(reasoningOf(row), locale),
			'small'
		),
		...(found === null ? [] : [line(found, 'small')])
	];
	if (!decision) {
		const words =
			telling === 'none' ? capitalised(m.writing_undecided({}, { locale })) : proposalWords(proposal, locale);
		return [line(words, 'proposal'), ...beside];
	}
	const review = reviewSentence(decision, locale);
	const since = findingsSinceSentence(decision, locale);
	return [
		...(review ? [line(review, 'strong')] : []),
		line(decisionWords(decision, locale), review ? 'proposal' : 'strong'),
		line(decidedBy(decision, locale), 'small'),
		...(decision.reason === '' ? [] : [line(m.report_reason({ reason: decision.reason }, { locale }), 'small')]),
		...changeSentences(changesTold(decision, telling), locale).map((sentence) => line(sentence, 'small')),
		...(since === null ? [] : [line(since, 'small')]),
		...decision.readings.map((reading) => line(readingSentence(reading, locale), 'small')),
		...beside
	];
};

/** What changed since a decision, without what would tell what too few interviews say. */
const changesTold = (
	{ needsReview, changes }: RowDecision,
	telling: Telling
): Pick<RowDecision, 'needsReview' | 'changes'> => ({
	needsReview,
	changes: telling === 'none' && changes !== null ? changes.filter((change) => !tellsVoices(change)) : changes
});
