import type { DisplayRow, JointDisplay, Section } from '../merge/joint-display.ts';
import type { ShownObservation } from '../merge/observed.ts';
import * as m from '../paraglide/messages.js';
import { formatMoment } from '../words/date.ts';
import { warningSentences } from '../words/display-warning.ts';
import { developmentLabel, developmentSentence } from '../words/figures.ts';
import { sourceNames } from '../words/figure-source.ts';
import type { Locale } from '../words/locale.ts';
import { valueInRound } from '../words/moment.ts';
import { formatWithUnit, listWords } from '../words/number.ts';
import { figuresOnlyReason, voicesOnlyReason } from '../words/silences.ts';
import { type About, checkedBlocks, dataHash, pagesOf } from './about.ts';
import { explanationsApart } from './figures-apart.ts';
import { observedPart, studiesPart } from './further-evidence.ts';
import { displayLeftOut, displayManifest } from './display-manifest.ts';
import { displayCells, displayColumns, groupsToldIn } from './display-cells.ts';
import { line, type Block, type ReportDocument } from './document.ts';
import { manifestBlocks } from './manifest.ts';
import { recognitionsPart } from './recognitions-part.ts';

/**
 * A joint display as a report: what it rests on, what to mind, its three parts, and the evidence that is neither a figure
 * nor a voice. No theme is left out.
 */
export const jointDisplayDocument = (
	display: JointDisplay,
	observations: readonly ShownObservation[],
	about: About,
	locale: Locale
): ReportDocument => {
	const { pillar, area, from, to } = display;
	const freeze = m.report_method_freeze(
		{ at: formatMoment(about.frozenAt, locale), hash: dataHash([display, observations]) },
		{ locale }
	);
	return {
		title: m.report_display_title({ pillar: pillar.name, area: area.name }, { locale }),
		subtitle: m.report_display_subtitle({ from: String(from.year), to: String(to.year) }, { locale }),
		...pagesOf(about, freeze, locale),
		blocks: [
			heading(m.report_method_title({}, { locale })),
			{ kind: 'box', lines: [...methodLines(display, locale), freeze] },
			...(display.warnings.length > 0
				? [
						heading(m.report_warnings_title({}, { locale })),
						{ kind: 'list' as const, items: warningSentences(display.warnings, locale) }
					]
				: []),
			heading(m.report_both_title({}, { locale })),
			...part(display, 'both', m.report_both_title, m.report_both_none, locale),
			heading(m.report_voices_only_title({}, { locale })),
			...part(display, 'voices-only', m.report_voices_only_title, m.report_voices_only_none, locale),
			heading(m.report_figures_only_title({}, { locale })),
			...part(display, 'figures-only', m.report_figures_only_title, m.report_figures_only_none, locale),
			...figuresOnlyReasons(display, locale),
			...withoutData(display, locale),
			...explanationsApart(display, locale),
			...recognitionsPart(display, locale),
			...studiesPart(display, locale),
			...observedPart(observations, locale),
			...leftOut(display, locale),
			...manifestBlocks(displayManifest(display, observations, locale), locale),
			...checkedBlocks(about)
		]
	};
};

/** What a display rests on, in sentences with counts. */
export const methodLines = (display: JointDisplay, locale: Locale): readonly string[] => {
	const { method, indicators, rows } = display;
	const sources = [...sourceNames(indicators, locale)].sort();
	const waves = method.waves.map(({ year, interviews }) =>
		m.report_method_wave({ year: String(year), n: interviews }, { locale })
	);
	const decided = rows.filter(({ decision }) => decision !== null && !decision.needsReview).length;
	const review = rows.filter(({ decision }) => decision?.needsReview).length;
	const proposed = rows.filter(({ decision, proposal }) => decision === null && proposal.fit !== null).length;
	return [
		method.interviews === 0
			? m.report_method_interviews_none({}, { locale })
			: m.report_method_interviews(
					{ n: method.interviews, residents: method.residents, professionals: method.professionals },
					{ locale }
				),
		...(waves.length > 0 ? [m.report_method_waves({ waves: waves.join('; ') }, { locale })] : []),
		m.report_method_codings({ n: method.codings, mentioned: method.themes, themes: rows.length }, { locale }),
		indicators.length === 0
			? m.report_method_figures_none({}, { locale })
			: m.report_method_figures({ n: indicators.length, sources: listWords(sources, locale) }, { locale }),
		m.report_method_voices({}, { locale }),
		m.report_method_judgements({ decided, proposed, review }, { locale }),
		m.report_method_proposal({}, { locale })
	];
};

const leftOut = (display: JointDisplay, locale: Locale): readonly Block[] => {
	const items = displayLeftOut(display, locale);
	return [
		heading(m.writing_left_title({}, { locale })),
		items.length > 0 ? { kind: 'list', items } : paragraph(m.writing_left_nothing({}, { locale }))
	];
};

const heading = (text: string): Block => ({ kind: 'heading', level: 1, text });

const paragraph = (text: string): Block => ({ kind: 'paragraph', line: line(text) });

type Words = (inputs: Record<string, never>, options: { locale: Locale }) => string;

const part = (display: JointDisplay, section: Section, title: Words, none: Words, locale: Locale): readonly Block[] => {
	const rows = display.rows.filter((row) => row.section === section);
	if (rows.length === 0)
		return [...(section === 'both' ? twinOf(display, locale) : []), paragraph(none({}, { locale }))];
	return [...introOf(display, section, locale), tableOf(display, rows, title({}, { locale }), locale)];
};

const introOf = (display: JointDisplay, section: Section, locale: Locale): readonly Block[] => {
	if (section === 'both') return twinOf(display, locale);
	if (section === 'voices-only')
		return [paragraph(m.report_voices_only_intro({}, { locale })), ...voicesOnlyReasons(display, locale)];
	return section === 'figures-only' ? [paragraph(m.report_figures_only_intro({}, { locale }))] : [];
};

const tableOf = (display: JointDisplay, rows: readonly DisplayRow[], section: string, locale: Locale): Block => ({
	kind: 'table',
	caption: m.report_table_caption({ section, pillar: display.pillar.name, area: display.area.name }, { locale }),
	columns: displayColumns(
		display.waves.map(({ year }) => year),
		locale
	),
	rows: rows.map((row) => displayCells(row, groupsToldIn(display), locale))
});

/** What the survey asks as the interviews do, beside the voices of its pillar (DOMAIN 4, KV4). */
const twinOf = ({ twin }: JointDisplay, locale: Locale): readonly Block[] => {
	if (!twin) return [];
	const values = twin.values.map((value) => valueInRound(formatWithUnit(value, twin.unit, locale), value, locale));
	return [
		paragraph(
			m.report_twin(
				{
					key: twin.key,
					label: twin.label,
					unit: twin.unit,
					values: listWords(values, locale),
					sentence: developmentSentence(twin, locale)
				},
				{ locale }
			)
		)
	];
};

const voicesOnlyReasons = ({ voicesOnly }: JointDisplay, locale: Locale): readonly Block[] => {
	if (voicesOnly.length === 0) return [];
	const items = voicesOnly.map((silence) =>
		m.report_voice_reason({ theme: silence.name, reason: voicesOnlyReason(silence, locale) }, { locale })
	);
	return [{ kind: 'list', items }];
};

const figuresOnlyReasons = ({ figuresOnly }: JointDisplay, locale: Locale): readonly Block[] => {
	if (figuresOnly.length === 0) return [];
	const items = figuresOnly.map((silence) => {
		const { key, label } = silence.indicator;
		const reason = figuresOnlyReason(silence, locale);
		return silence.moved === null
			? m.report_loose_figure({ key, label, reason }, { locale })
			: m.report_loose_figure_moved(
					{ key, label, reason, verdict: developmentLabel(silence.moved, locale) },
					{ locale }
				);
	});
	return [
		{ kind: 'heading', level: 2, text: m.report_loose_figures_title({}, { locale }) },
		{ kind: 'list', items }
	];
};

const withoutData = ({ rows }: JointDisplay, locale: Locale): readonly Block[] => {
	const names = rows.filter(({ section }) => section === 'no-data').map(({ name }) => name);
	if (names.length === 0) return [];
	return [
		heading(m.report_no_data_title({}, { locale })),
		paragraph(m.report_no_data_intro({}, { locale })),
		{ kind: 'list', items: names }
	];
};
