import type { Wave } from '../domain/area/wave.ts';
import type { CountedGroup, Current, HeldBack, LiveRef, Said } from '../domain/report/live-block.ts';
import type { DisplayRow, JointDisplay } from '../merge/joint-display.ts';
import type { AreaLine } from '../merge/comparison-lines.ts';
import { heldBackOf, tellingOf, type Telling } from '../merge/small-cells.ts';
import { outcomeOf, type FigureValue } from '../merge/development.ts';
import type { IndicatorFigures } from '../merge/figures.ts';
import { fnv1a64 } from '../domain/hash.ts';
import { fingerprintOf } from '../merge/fingerprint.ts';
import { reasoningOf } from '../merge/reasoning.ts';
import type { VoiceCount } from '../merge/voices.ts';
import * as m from '../paraglide/messages.js';
import { developmentLabel, developmentSentence, developmentSign } from '../words/figures.ts';
import { breakSentences, sourceNames, sourcesOf } from '../words/figure-source.ts';
import { capitalised, fitLabel } from '../words/labels.ts';
import type { Locale } from '../words/locale.ts';
import { captionWithYears, valueInCell, valueInRound } from '../words/moment.ts';
import { decimalsOf, formatValue, formatWithUnit, listWords } from '../words/number.ts';
import { countLine } from '../words/voices.ts';
import { proposalSentence, reasoningSentence } from '../words/reasoning.ts';
import { countedWords, heldBackWords } from '../words/writing.ts';
import { chartOf, drawnLine } from './live-chart.ts';

/** A passage as it stands now, as far as a report may quote it. */
export type QuoteNow = {
	readonly text: string;
	readonly reference: string;
	/** nobody took the coding away */
	readonly isThere: boolean;
	/** its interview is released, and who speaks allows quotes */
	readonly isAllowed: boolean;
};

type Now = {
	readonly display: JointDisplay | null;
	readonly quote: QuoteNow | null;
	/** the areas an indicator is compared with in a chart */
	readonly linesOf?: (indicatorId: string) => readonly AreaLine[];
};

/** What a live block would say with the data of now; `display` = of its pillar and area, `quote` = null: no such passage. */
export const currentOf = (ref: LiveRef, { display, quote, linesOf = () => [] }: Now, locale: Locale): Current => {
	if (ref.kind === 'quote') return quoteNow(ref.shortened, quote);
	if (!display) return ref.kind === 'count' || ref.kind === 'display' ? goneHeldBack(locale) : { kind: 'gone' };
	switch (ref.kind) {
		case 'figure': {
			const figures = figuresOf(display, ref.indicatorId);
			return figures
				? there({ kind: 'lines', lines: figureLines(figures, locale) }, [naming(figures), fingerprintOf([figures], [])])
				: { kind: 'gone' };
		}
		case 'chart': {
			const figures = figuresOf(display, ref.indicatorId);
			if (!figures) return { kind: 'gone' };
			const lines = linesOf(ref.indicatorId);
			const data = [naming(figures), fingerprintOf([figures], [])];
			return there(chartOf(figures, display, lines, locale), lines.length > 0 ? [...data, lines.map(drawnLine)] : data);
		}
		case 'count': {
			const row = display.rows.find(({ codeId }) => codeId === ref.codeId);
			const why = heldBackOf(display.method, display.smallCell, ref.group);
			// The group decides, not the theme: what too few interviews said of a theme stays untold once it is gone.
			if (!row) return why === null ? { kind: 'gone' } : goneHeldBack(locale);
			const { total, mentions, [ref.saying]: n } = countOf(row, ref.group);
			if (why !== null) {
				const words = heldBackWords({ group: ref.group, total, theme: row.name, why }, locale);
				return there({ kind: 'lines', lines: [words] }, ['held back', row.name, why, total], 'all');
			}
			const words = countedWords({ ...ref, n, total, theme: row.name }, locale);
			return there({ kind: 'lines', lines: [words] }, [row.name, n, mentions, total]);
		}
		case 'display':
			return there(
				displayTable(display, locale),
				[tellingOf(display.method, display.smallCell), display.rows.map(rowData)],
				heldBackOfTable[tellingOf(display.method, display.smallCell)]
			);
		case 'table':
			return there(figuresTable(display, locale), [
				display.indicators.map(naming),
				display.indicators.map((figures) => fingerprintOf([figures], []))
			]);
		default:
			return ref satisfies never;
	}
};

/** The sentences of a figure: its values over the rounds, what became of it, and where it comes from. */
export const figureLines = (figures: IndicatorFigures, locale: Locale): readonly string[] => {
	const decimals = decimalsOf(figures.values.map(({ value }) => value));
	const values = figures.values.map((value) =>
		valueInRound(formatWithUnit(value, figures.unit, locale, decimals), value, locale)
	);
	const { label, unit } = figures;
	const sentence = developmentSentence(figures, locale);
	return [
		m.writing_figure({ label, unit, values: listWords(values, locale), sentence }, { locale }),
		[
			m.writing_figure_source({ source: sourcesOf(figures, locale) }, { locale }),
			...breakSentences(figures, locale)
		].join(' ')
	];
};

/**
 * The figures of a pillar with their development, in all rounds or in some; a value that is missing or suppressed says so,
 * as does one that is about another year than its round. `elsewhere`: values of other areas that come beside them.
 */
export const figuresTable = (
	{ pillar, area, waves, indicators }: Pick<JointDisplay, 'pillar' | 'area' | 'waves' | 'indicators'>,
	locale: Locale,
	rounds: readonly Wave[] = waves,
	elsewhere: readonly FigureValue[] = []
): Extract<Said, { kind: 'table' }> => ({
	kind: 'table',
	caption: captionWithYears(
		tableCaption(pillar.name, area.name, indicators, locale),
		[...indicators.flatMap(({ values }) => valuesIn(values, rounds)), ...elsewhere],
		locale
	),
	columns: [
		m.writing_column_figure({}, { locale }),
		...rounds.map(({ year }) => String(year)),
		m.report_column_development({}, { locale })
	],
	rows: indicators.map((figures) => figureRow(figures, rounds, locale))
});

const tableCaption = (
	pillar: string,
	area: string,
	indicators: readonly IndicatorFigures[],
	locale: Locale
): string => {
	const sources = sourceNames(indicators, locale);
	return sources.length === 0
		? m.writing_table_caption({ pillar, area }, { locale })
		: m.writing_table_caption_sources({ pillar, area, sources: sources.join('; ') }, { locale });
};

const valuesIn = (values: readonly FigureValue[], rounds: readonly Wave[]): readonly FigureValue[] => {
	const shown = new Set(rounds.map(({ id }) => id));
	return values.filter(({ waveId }) => shown.has(waveId));
};

const figureRow = (figures: IndicatorFigures, rounds: readonly Wave[], locale: Locale): readonly string[] => {
	const decimals = decimalsOf(figures.values.map(({ value }) => value));
	const sign = developmentSign[outcomeOf(figures.development)];
	return [
		m.writing_figure_name({ label: figures.label, unit: figures.unit }, { locale }),
		...valuesIn(figures.values, rounds).map((value) =>
			valueInCell(formatValue(value, locale, decimals), value, locale)
		),
		[`${sign} ${developmentSentence(figures, locale)}`, ...breakSentences(figures, locale)].join(' ')
	];
};

const quoteNow = (shortened: string | null, quote: QuoteNow | null): Current => {
	if (!quote) return { kind: 'gone' };
	if (!quote.isAllowed) return { kind: 'not-allowed' };
	if (!quote.isThere) return { kind: 'gone' };
	const { text, reference } = quote;
	return there({ kind: 'quote', text: shortened ?? text, reference }, [text, reference]);
};

const there = (said: Said, data: unknown, heldBack: HeldBack | null = null): Current => ({
	kind: 'there',
	said,
	fingerprint: `v1-${fnv1a64(JSON.stringify(data))}`,
	...(heldBack && { heldBack })
});

const goneHeldBack = (locale: Locale): Current => ({
	kind: 'gone',
	heldBack: { kind: 'lines', lines: [m.writing_held_back_gone({}, { locale })] }
});

const heldBackOfTable: Readonly<Record<Telling, HeldBack | null>> = { apart: null, together: 'apart', none: 'all' };

/** An indicator of the pillar, or of another one that a theme of it borrows. */
const figuresOf = ({ indicators, rows }: JointDisplay, indicatorId: string): IndicatorFigures | undefined =>
	[...indicators, ...rows.flatMap((row) => row.indicators)].find((figures) => figures.indicatorId === indicatorId);

/** What a figure is called and what is said of its values; its relation to a theme makes no other figure of it. */
const naming = ({ label, unit, source, values }: IndicatorFigures) => {
	const beside = values.map((one) => [one.source, one.sourceVersion, one.trendBreakReason]);
	const hasMore = beside.some((each) => each.some((text) => text !== null));
	return hasMore ? [label, unit, source, beside] : [label, unit, source];
};

const countOf = ({ voices }: DisplayRow, group: CountedGroup): VoiceCount => voices[group];

/** Themes with figures, voices and judgement; a group that is too small is told apart in no table (R12). */
const displayTable = (display: JointDisplay, locale: Locale): Said => {
	const telling = tellingOf(display.method, display.smallCell);
	const voices: Readonly<Record<Telling, (row: DisplayRow) => readonly string[]>> = {
		apart: (row) => [countLine(row.voices.resident, locale), countLine(row.voices.professional, locale)],
		together: (row) => [countLine(row.voices.together, locale)],
		none: () => [m.report_together_unsplit({ n: display.method.interviews }, { locale })]
	};
	const groupColumns = [m.report_column_residents({}, { locale }), m.report_column_professionals({}, { locale })];
	return {
		kind: 'table',
		caption: m.writing_display_caption({ pillar: display.pillar.name, area: display.area.name }, { locale }),
		columns: [
			m.writing_column_theme({}, { locale }),
			m.writing_column_figures({}, { locale }),
			...(telling === 'apart' ? groupColumns : [m.writing_column_all_voices({}, { locale })]),
			m.report_column_fit({}, { locale })
		],
		rows: display.rows
			.filter(({ section }) => section !== 'no-data')
			.map((row) => [
				row.name,
				`${developmentSign[row.development]} ${capitalised(developmentLabel(row.development, locale))}`,
				...voices[telling](row),
				telling === 'none' ? capitalised(judgementWords(row, locale)) : reasonedJudgement(row, locale)
			])
	};
};

/** A judgement with the counts that figures and voices speak in; a proposal is called one. */
const reasonedJudgement = (row: DisplayRow, locale: Locale): string => {
	const words = capitalised(judgementWords(row, locale));
	const counts = row.decision ? reasoningSentence(reasoningOf(row), locale) : proposalSentence(row, locale);
	return `${words}. ${counts}`;
};

/**
 * What somebody decided about a theme, with what is still open about that: it has to be looked at again, a second reader sees
 * it otherwise, or nobody explained a contradiction yet. What nobody decided is never told as settled.
 */
export const judgementWords = ({ decision }: Pick<DisplayRow, 'decision'>, locale: Locale): string => {
	if (!decision) return m.writing_undecided({}, { locale });
	const fit = fitLabel(decision.fit, locale);
	const more = [
		...(decision.needsReview ? [m.writing_judgement_review({}, { locale })] : []),
		...decision.readings.flatMap((reading) =>
			reading.fit === null ? [] : [m.writing_judgement_differs({ fit: fitLabel(reading.fit, locale) }, { locale })]
		),
		...(decision.withoutExplanation ? [m.writing_judgement_unexplained({}, { locale })] : [])
	];
	return more.length === 0 ? fit : m.writing_judgement_with({ fit, more: more.join('; ') }, { locale });
};

/** What a table of a display says of a theme, with the interviews that say nothing of it: they are in "van 3 gesprekken". */
const rowData = ({ name, section, fingerprint, voices: { resident, professional }, decision }: DisplayRow) => [
	name,
	section,
	fingerprint,
	[resident.total, professional.total],
	decision && [
		...[decision.fit, decision.reason, decision.needsReview, decision.withoutExplanation],
		decision.readings.map(({ fit }) => fit)
	]
];
