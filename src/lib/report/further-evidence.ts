import type { DisplayRow, JointDisplay } from '../merge/joint-display.ts';
import type { ShownObservation } from '../merge/observed.ts';
import type { ShownFinding } from '../merge/study-evidence.ts';
import * as m from '../paraglide/messages.js';
import { capitalised, valenceLabel } from '../words/labels.ts';
import type { Locale } from '../words/locale.ts';
import { observationName, observedSentence } from '../words/observed.ts';
import { evidenceOrigin, findingDirectionLabel, findingSign } from '../words/study-evidence.ts';
import { line, type Block } from './document.ts';
import type { Table } from './table.ts';

/** The themes whose figures a finding is about; else the figures, else the pillar as a whole. */
const aboutOf = (
	{ indicatorIds }: Pick<ShownFinding, 'indicatorIds'>,
	{ rows, indicators, pillar }: JointDisplay
): string => {
	const isAbout = (row: DisplayRow) => row.indicators.some(({ indicatorId }) => indicatorIds.includes(indicatorId));
	const themes = rows.filter(isAbout).map(({ name }) => name);
	const loose = indicators
		.filter(({ indicatorId }) => indicatorIds.includes(indicatorId))
		.map(({ key, label }) => `${key} ${label}`);
	const about = themes.length > 0 ? themes : loose;
	return about.length > 0 ? about.join(', ') : pillar.name;
};

const direction = ({ direction: way }: ShownFinding, locale: Locale): string =>
	`${findingSign[way]} ${capitalised(findingDirectionLabel(way, locale))}`;

/** What studies found, in a document: evidence of its own, with where it comes from. */
export const studiesPart = (display: JointDisplay, locale: Locale): readonly Block[] => {
	const { findings, tables } = display.studies;
	if (findings.length + tables.length === 0) return [];
	return [
		{ kind: 'heading', level: 1, text: m.study_nav({}, { locale }) },
		{ kind: 'paragraph', line: line(m.study_display_intro({}, { locale })) },
		...(findings.length > 0
			? [
					{
						kind: 'table' as const,
						caption: m.study_findings({}, { locale }),
						columns: findingColumns(locale),
						rows: findings.map((finding) => [
							[line(finding.text)],
							[line(direction(finding, locale))],
							[line(aboutOf(finding, display))],
							[line(evidenceOrigin(finding, locale))]
						])
					}
				]
			: []),
		...(tables.length > 0
			? [
					{ kind: 'paragraph' as const, line: line(m.study_display_tables({}, { locale })) },
					{
						kind: 'list' as const,
						items: tables.map((table) =>
							m.study_display_table({ caption: table.caption, origin: evidenceOrigin(table, locale) }, { locale })
						)
					}
				]
			: [])
	];
};

const findingColumns = (locale: Locale) => [
	{ label: m.study_finding({}, { locale }), width: 60 },
	{ label: m.study_finding_direction({}, { locale }), width: 20 },
	{ label: m.study_about_what({}, { locale }), width: 34 },
	{ label: m.study_one({}, { locale }), width: 44 }
];

/** What was seen in public space, in a document. */
export const observedPart = (observations: readonly ShownObservation[], locale: Locale): readonly Block[] => {
	if (observations.length === 0) return [];
	return [
		{ kind: 'heading', level: 1, text: m.display_observed({}, { locale }) },
		{ kind: 'paragraph', line: line(m.display_observed_intro({}, { locale })) },
		{
			kind: 'table',
			caption: m.display_observed({}, { locale }),
			columns: [
				{ label: m.source_kind_observation({}, { locale }), width: 44 },
				{ label: m.report_long_wave({}, { locale }), width: 16 },
				{ label: m.study_display_seen({}, { locale }), width: 98 }
			],
			rows: observations.map((observation) => [
				[line(observationName(observation, locale), 'strong')],
				[line(String(observation.year))],
				observation.codes.map((code) => line(`${code.name}: ${observedSentence(code, locale)}`))
			])
		}
	];
};

type Sheet = Pick<Table, 'name' | 'columns' | 'rows'>;

/** The same as sheets, to compute with; a sheet without a row is left out. */
export const furtherSheets = (
	display: JointDisplay,
	observations: readonly ShownObservation[],
	locale: Locale
): readonly Sheet[] =>
	[findingsSheet(display, locale), observedSheet(observations, locale)].filter(({ rows }) => rows.length > 0);

const findingsSheet = (display: JointDisplay, locale: Locale): Sheet => ({
	name: m.study_findings({}, { locale }),
	columns: findingColumns(locale),
	rows: display.studies.findings.map((finding) => [
		finding.text,
		findingDirectionLabel(finding.direction, locale),
		aboutOf(finding, display),
		evidenceOrigin(finding, locale)
	])
});

const observedSheet = (observations: readonly ShownObservation[], locale: Locale): Sheet => ({
	name: m.study_display_observed_sheet({}, { locale }),
	columns: [
		{ label: m.source_kind_observation({}, { locale }), width: 36 },
		{ label: m.report_long_wave({}, { locale }), width: 11 },
		{ label: m.report_long_theme({}, { locale }), width: 32 },
		{ label: m.study_display_passages({}, { locale }), width: 12 },
		{ label: valenceLabel('forward', locale), width: 14 },
		{ label: valenceLabel('backward', locale), width: 14 },
		{ label: valenceLabel('good', locale), width: 14 },
		{ label: valenceLabel('improve', locale), width: 14 }
	],
	rows: observations.flatMap((observation) =>
		observation.codes.map(({ name, codings, forward, backward, good, improve }) => [
			...[observationName(observation, locale), observation.year, name],
			...[codings, forward, backward, good, improve]
		])
	)
});
