import type { AgendaItem } from '../merge/agenda.ts';
import type { IndicatorFigures } from '../merge/figures.ts';
import * as m from '../paraglide/messages.js';
import { formatMoment, formatPartialDate } from '../words/date.ts';
import { evidenceLine } from '../words/evidence.ts';
import { explanationAbout, explanationRecognised } from '../words/explanation.ts';
import { developmentSentence } from '../words/figures.ts';
import {
	capitalised,
	explanationKindLabel,
	explanationStrengthLabel,
	recognisedLabel,
	saidByLabel
} from '../words/labels.ts';
import type { Locale } from '../words/locale.ts';
import { captionWithYears, momentLabel } from '../words/moment.ts';
import { formatWithUnit } from '../words/number.ts';
import { agendaReason, agendaTitle } from '../words/agenda.ts';
import { type About, checkedBlocks, dataHash, pagesOf } from './about.ts';
import { line, type Block, type ReportDocument, type TextCell } from './document.ts';
import { sessionManifest } from './session-manifest.ts';
import type { SessionSheet } from './session-sheet.ts';

/** The sheet of a session to lay on the table: the agenda, each figure with room for an answer, and explanations. */
export const reviewSessionDocument = (sheet: SessionSheet, about: About, locale: Locale): ReportDocument => {
	const { session, fromYear, toYear, agenda } = sheet;
	const years = { from: String(fromYear), to: String(toYear) };
	const freeze = m.report_method_freeze(
		{ at: formatMoment(about.frozenAt, locale), hash: dataHash([agenda, sheet.recognitions, sheet.explanations]) },
		{ locale }
	);
	return {
		title: m.session_sheet_title({ area: session.area, ...years }, { locale }),
		subtitle: formatPartialDate(session.heldOn, locale),
		...pagesOf(about, freeze, locale),
		isUpright: true,
		blocks: [
			{
				kind: 'box',
				lines: [
					m.session_sheet_participants(
						{ participants: session.participants.replaceAll('\n', ', ') || '……………………' },
						{ locale }
					),
					m.session_sheet_how({}, { locale })
				]
			},
			...(agenda.length === 0
				? [{ kind: 'paragraph', line: line(m.session_agenda_empty({}, { locale })) } as const]
				: agenda.flatMap((item, at) => blocksOf(item, at + 1, sheet, locale))),
			...alsoDiscussed(sheet, locale),
			...sessionManifest(sheet, locale),
			...checkedBlocks(about)
		]
	};
};

const blocksOf = (item: AgendaItem, number: number, sheet: SessionSheet, locale: Locale): readonly Block[] => {
	const known = sheet.explanations.filter(({ indicatorId }) =>
		item.figures.some((figures) => figures.indicatorId === indicatorId)
	);
	return [
		{ kind: 'heading', level: 1, text: `${number}. ${agendaTitle(item)}` },
		{ kind: 'paragraph', line: line(agendaReason(item.reason, locale)) },
		...(item.figures.length > 0 ? [tableOf(item, sheet, locale)] : []),
		...(known.length > 0
			? [
					{ kind: 'heading', level: 2, text: m.session_explanations({}, { locale }) } as const,
					{
						kind: 'list',
						items: known.flatMap((explanation) => explanationLines(explanation, sheet, locale))
					} as const
				]
			: []),
		{ kind: 'paragraph', line: line(m.session_sheet_room({}, { locale })) }
	];
};

/** What was answered and explained in the session about figures that are not on the agenda of now. */
const alsoDiscussed = (sheet: SessionSheet, locale: Locale): readonly Block[] => {
	const onAgenda = new Set(sheet.agenda.flatMap(({ figures }) => figures.map(({ indicatorId }) => indicatorId)));
	const blocks = sheet.indicators
		.filter(({ id }) => !onAgenda.has(id))
		.flatMap(({ id, key, label }): readonly Block[] => {
			const items = [
				...sheet.recognitions.filter(({ indicatorId }) => indicatorId === id).map((one) => answerLine(one, locale)),
				...sheet.explanations
					.filter(({ indicatorId }) => indicatorId === id)
					.flatMap((explanation) => explanationLines(explanation, sheet, locale))
			];
			if (items.length === 0) return [];
			return [
				{ kind: 'heading', level: 2, text: `${key} ${label}` },
				{ kind: 'list', items }
			];
		});
	return blocks.length === 0
		? []
		: [{ kind: 'heading', level: 1, text: m.session_sheet_also({}, { locale }) }, ...blocks];
};

/** An explanation with its figure, and its rounds where these are not those of the session; below it its evidence. */
const explanationLines = (
	explanation: SessionSheet['explanations'][number],
	{ session, indicators, waves, tooFewToQuote }: SessionSheet,
	locale: Locale
): readonly string[] => {
	const { text, kind, saidBy, strength, evidenceItems } = explanation;
	const figures = indicators.map(({ id, key }) => ({ indicatorId: id, key, values: [] }));
	return [
		m.session_sheet_explanation(
			{
				text,
				about: explanationAbout(explanation, figures, locale, { ...session, waves }),
				kind: explanationKindLabel(kind, locale),
				saidBy: saidByLabel(saidBy, locale),
				strength: explanationStrengthLabel(strength, locale),
				recognised: explanationRecognised(explanation, locale)
			},
			{ locale }
		),
		...evidenceItems.map((item) => evidenceLine(item, locale, tooFewToQuote))
	];
};

const tableOf = (item: AgendaItem, { recognitions }: SessionSheet, locale: Locale): Block => ({
	kind: 'table',
	caption: captionWithYears(
		agendaTitle(item),
		item.figures.flatMap(({ values }) => values),
		locale
	),
	columns: [
		{ label: m.kernset_column_indicator({}, { locale }), width: 30 },
		{ label: m.session_sheet_values({}, { locale }), width: 36 },
		{ label: m.session_recognised({}, { locale }), width: 34 }
	],
	rows: item.figures.map((figures) => [
		[line(`${figures.key} ${figures.label}`, 'strong'), line(figures.unit, 'small')],
		[line(valuesOf(figures, locale)), line(developmentSentence(figures, locale))],
		answersOf(figures, recognitions, locale)
	])
});

const valuesOf = (figures: IndicatorFigures, locale: Locale): string =>
	figures.values
		.map((value) => `${momentLabel(value, locale)}: ${formatWithUnit(value, figures.unit, locale)}`)
		.join(' · ');

/** What was answered already; else boxes to tick. */
const answersOf = (
	{ indicatorId }: IndicatorFigures,
	recognitions: SessionSheet['recognitions'],
	locale: Locale
): TextCell => {
	const own = recognitions.filter((recognition) => recognition.indicatorId === indicatorId);
	if (own.length === 0) return [line(m.session_sheet_boxes({}, { locale })), line('……………………………………')];
	return own.map((answer) => line(answerLine(answer, locale)));
};

const answerLine = ({ answer, saidBy, remark }: SessionSheet['recognitions'][number], locale: Locale): string =>
	[`${capitalised(recognisedLabel(answer, locale))} (${saidByLabel(saidBy, locale)})`, remark]
		.filter(Boolean)
		.join(': ');
