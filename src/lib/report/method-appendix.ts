import type { Decision } from '../domain/integration/fit.ts';
import type { AreaId, CodeId, PillarId } from '../domain/project/ids.ts';
import type { IndicatorFigures } from '../merge/figures.ts';
import type { JointDisplay } from '../merge/joint-display.ts';
import * as m from '../paraglide/messages.js';
import { formatDay } from '../words/date.ts';
import { readingSentence } from '../words/decision-changes.ts';
import { sourcesOf } from '../words/figure-source.ts';
import { thresholdSentence } from '../words/figures.ts';
import { fitLabel } from '../words/labels.ts';
import type { Locale } from '../words/locale.ts';
import { line, type Block } from './document.ts';
import { methodLines } from './joint-display-document.ts';
import { judgementWords } from './live-said.ts';

/** What a report rests on, beside its own texts. */
export type Methods = {
	/** the newest version of the codebook; null: nobody made one */
	readonly codebook: { readonly number: number; readonly name: string; readonly madeAt: string } | null;
	/** each person who coded the interviews of these areas, by a number instead of a name */
	readonly coders: readonly { readonly interviews: number; readonly codings: number }[];
	/** of these interviews, how many two people coded apart */
	readonly doubleCoded: number;
	/** of each pillar in each area of the report, in its order */
	readonly displays: readonly JointDisplay[];
	/** what was decided before the last decision on a theme, the newest first */
	readonly earlier: readonly {
		readonly pillarId: PillarId;
		readonly areaId: AreaId;
		readonly codeId: CodeId;
		readonly decision: Decision;
	}[];
};

/** The displays that an appendix accounts for: of the pillars of an area, and of others that somebody speaks of or decided on. */
export const accountedDisplays = (displays: readonly JointDisplay[]): readonly JointDisplay[] =>
	displays.filter(
		({ isAbsent, rows }) =>
			!isAbsent || rows.some(({ voices, decision }) => voices.together.mentions > 0 || decision !== null)
	);

/** How a report was made: codebook, coders, interviews, when a figure counts as changed, and who judged what and why. */
export const methodAppendix = (
	{ codebook, coders, doubleCoded, displays, earlier }: Methods,
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
			m.writing_methods_coders({ n: coders.length }, { locale }),
			...coders.map(({ interviews, codings }, at) =>
				m.writing_methods_coder({ number: String(at + 1), interviews, codings }, { locale })
			),
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
		...decisionTable(display, earlier, locale)
	]),
	...thresholdTable(displays, locale)
];

/** The last decision on each theme with who read it after, and below it what was decided before. */
const decisionTable = (
	{ rows, pillar, area }: JointDisplay,
	earlier: Methods['earlier'],
	locale: Locale
): readonly Block[] => {
	const by = ({ decidedByName, decidedAt }: Decision) => `${decidedByName}, ${formatDay(decidedAt, locale)}`;
	const before = (codeId: CodeId) =>
		earlier.filter((one) => one.codeId === codeId && one.pillarId === pillar.id && one.areaId === area.id);
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
			rows: decided.flatMap(({ row, decision }) => [
				[
					[line(row.name, 'strong')],
					[line(judgementWords(row, locale))],
					decision.reason === '' ? [] : [line(decision.reason)],
					[line(by(decision)), ...decision.readings.map((reading) => line(readingSentence(reading, locale), 'small'))]
				],
				...before(row.codeId).map(({ decision: old }) => [
					[line(m.writing_methods_earlier({ theme: row.name }, { locale }), 'small')],
					[line(fitLabel(old.fit, locale), 'small')],
					old.reason === '' ? [] : [line(old.reason, 'small')],
					[line(by(old), 'small')]
				])
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
