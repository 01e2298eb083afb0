import type { IndicatorFigures } from '../merge/figures.ts';
import type { JointDisplay } from '../merge/joint-display.ts';
import * as m from '../paraglide/messages.js';
import { formatDay } from '../words/date.ts';
import { sourcesOf } from '../words/figure-source.ts';
import { thresholdSentence } from '../words/figures.ts';
import type { Locale } from '../words/locale.ts';
import { line, type Block } from './document.ts';
import { methodLines } from './joint-display-document.ts';
import { judgementWords } from './live-said.ts';

/** What a report rests on, beside its own texts. */
export type Methods = {
	/** the newest version of the codebook; null: nobody made one */
	readonly codebook: { readonly number: number; readonly name: string; readonly madeAt: string } | null;
	/** people who coded the interviews of these areas */
	readonly coders: number;
	/** of these interviews, how many two people coded apart */
	readonly doubleCoded: number;
	/** of each pillar in each area of the report, in its order */
	readonly displays: readonly JointDisplay[];
};

/** How a report was made: codebook, coders, interviews, when a figure counts as changed, and who judged what and why. */
export const methodAppendix = (
	{ codebook, coders, doubleCoded, displays }: Methods,
	locale: Locale
): readonly Block[] => [
	{ kind: 'heading', level: 1, text: m.writing_appendix_methods({}, { locale }) },
	{
		kind: 'list',
		items: [
			codebook
				? m.writing_methods_codebook(
						{
							number: String(codebook.number),
							name: codebook.name,
							date: formatDay(codebook.madeAt, locale)
						},
						{ locale }
					)
				: m.writing_methods_no_version({}, { locale }),
			m.writing_methods_coders({ n: coders }, { locale }),
			doubleCoded === 0
				? m.writing_methods_agreement_none({}, { locale })
				: m.writing_methods_agreement_missing({ n: doubleCoded }, { locale })
		]
	},
	...displays.flatMap((display): readonly Block[] => [
		{
			kind: 'heading',
			level: 2,
			text: m.writing_place({ pillar: display.pillar.name, area: display.area.name }, { locale })
		},
		{ kind: 'list', items: methodLines(display, locale) },
		...decisionTable(display, locale)
	]),
	...thresholdTable(displays, locale)
];

const decisionTable = ({ rows, pillar, area }: JointDisplay, locale: Locale): readonly Block[] => {
	const decided = rows.flatMap((row) => (row.decision ? [{ row, decision: row.decision }] : []));
	if (decided.length === 0) return [];
	return [
		{
			kind: 'table',
			caption: m.writing_methods_decisions({ pillar: pillar.name, area: area.name }, { locale }),
			columns: [
				{ label: m.writing_column_theme({}, { locale }), width: 24 },
				{ label: m.report_column_fit({}, { locale }), width: 18 },
				{ label: m.writing_column_reason({}, { locale }), width: 36 },
				{ label: m.writing_column_decided({}, { locale }), width: 22 }
			],
			rows: decided.map(({ row, decision }) => [
				[line(row.name, 'strong')],
				[line(judgementWords(row, locale))],
				decision.reason === '' ? [] : [line(decision.reason)],
				[line(`${decision.decidedByName}, ${formatDay(decision.decidedAt, locale)}`)]
			])
		}
	];
};

/** From which change on each figure counts as changed; a figure that several displays show stands once. */
const thresholdTable = (displays: readonly JointDisplay[], locale: Locale): readonly Block[] => {
	const all = displays.flatMap(({ indicators }) => indicators);
	const figures = [...new Map(all.map((one): [string, IndicatorFigures] => [one.indicatorId, one])).values()];
	if (figures.length === 0) return [];
	return [
		{ kind: 'heading', level: 2, text: m.writing_methods_thresholds({}, { locale }) },
		{
			kind: 'table',
			caption: m.writing_methods_thresholds_caption({}, { locale }),
			columns: [
				{ label: m.writing_column_figure({}, { locale }), width: 40 },
				{ label: m.writing_column_source({}, { locale }), width: 25 },
				{ label: m.writing_column_threshold({}, { locale }), width: 35 }
			],
			rows: figures.map((one) => [
				[line(m.writing_figure_name({ label: one.label, unit: one.unit }, { locale }), 'strong')],
				[line(sourcesOf(one, locale))],
				[line(thresholdSentence(one, locale))]
			])
		}
	];
};
