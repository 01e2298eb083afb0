import type { ConsentNow, ConsentPurpose, ConsentWay } from '../domain/case/consent.ts';
import type { Group } from '../domain/source/source.ts';
import * as m from '../paraglide/messages.js';
import { className, consentLabel, purposeLabel, variableName, wayLabel } from '../words/case.ts';
import { formatMoment, formatPartialDate } from '../words/date.ts';
import { capitalised, groupLabel } from '../words/labels.ts';
import type { Locale } from '../words/locale.ts';
import { type About, pagesOf } from './about.ts';
import { line, type Block, type ReportDocument } from './document.ts';

/** Everything that is kept about one person, to give to that person (inzagepakket, AVG 15). */
export type CasePackage = {
	readonly label: string;
	readonly group: Group;
	readonly values: readonly { readonly key: string; readonly name: string | null; readonly value: string }[];
	readonly consents: readonly {
		readonly purpose: ConsentPurpose;
		readonly state: ConsentNow;
		readonly decidedOn: string;
		readonly way: ConsentWay;
		readonly letter: string;
		readonly recordedBy: string;
		/** ISO 8601, UTC */
		readonly recordedAt: string;
	}[];
	readonly withdrawalRequestedOn: string | null;
	readonly lastDayToWithdraw: string | null;
	/** ISO 8601, UTC; then nothing else is left */
	readonly withdrawnAt: string | null;
	readonly interviews: readonly {
		readonly title: string;
		readonly areaName: string;
		readonly wave: string;
		readonly conductedOn: string | null;
		/**
		 * whole: everything that was said; own: of a group interview what this person and the interviewer said;
		 * unknown: a group interview in which nobody pointed out this person's voice
		 */
		readonly part: 'whole' | 'own' | 'unknown';
		readonly turns: readonly { readonly turn: number; readonly speaker: string; readonly text: string }[];
	}[];
};

/** What is kept about a person as a report for that person. */
export const caseDocument = (kase: CasePackage, about: About, locale: Locale): ReportDocument => ({
	title: m.case_package_title({ label: kase.label }, { locale }),
	subtitle: m.case_package_subtitle({ project: about.projectName }, { locale }),
	...pagesOf(about, formatMoment(about.frozenAt, locale), locale),
	blocks: [
		text(m.case_package_intro({}, { locale })),
		...(kase.withdrawnAt
			? [text(m.case_package_withdrawn({ moment: formatMoment(kase.withdrawnAt, locale) }, { locale }))]
			: []),
		heading(m.case_package_values({}, { locale })),
		...valueBlocks(kase, locale),
		heading(m.case_package_consents({}, { locale })),
		...consentBlocks(kase, locale),
		heading(m.case_package_interviews({}, { locale })),
		...(kase.interviews.length === 0 ? [text(m.case_package_no_interviews({}, { locale }))] : []),
		...kase.interviews.flatMap((interview) => interviewBlocks(interview, locale))
	]
});

const heading = (words: string, level: 1 | 2 = 1): Block => ({ kind: 'heading', level, text: words });
const text = (words: string): Block => ({ kind: 'paragraph', line: line(words) });
const cell = (words: string) => [line(words)];

const valueBlocks = ({ group, values }: CasePackage, locale: Locale): readonly Block[] => [
	{
		kind: 'table',
		caption: m.case_package_values({}, { locale }),
		columns: [
			{ label: m.case_package_property({}, { locale }), width: 40 },
			{ label: m.case_package_class({}, { locale }), width: 60 }
		],
		rows: [
			[cell(m.case_group({}, { locale })), cell(capitalised(groupLabel(group, locale)))],
			...values.map(({ key, name, value }) => [
				cell(variableName({ key, name }, locale)),
				cell(className(key, value, locale))
			])
		]
	}
];

const consentBlocks = (kase: CasePackage, locale: Locale): readonly Block[] => {
	const { consents, withdrawalRequestedOn, lastDayToWithdraw } = kase;
	const lines = [
		...(withdrawalRequestedOn
			? [m.case_requested_on({ day: formatPartialDate(withdrawalRequestedOn, locale) }, { locale })]
			: []),
		...(lastDayToWithdraw
			? [m.case_package_last_day({ day: formatPartialDate(lastDayToWithdraw, locale) }, { locale })]
			: [])
	];
	if (consents.length === 0) return [text(m.case_package_no_consents({}, { locale })), ...lines.map(text)];
	return [
		...lines.map(text),
		{
			kind: 'table',
			caption: m.case_package_consents({}, { locale }),
			columns: [
				{ label: m.case_consent_purpose({}, { locale }), width: 28 },
				{ label: m.case_consent_answer({}, { locale }), width: 14 },
				{ label: m.case_consent_day({}, { locale }), width: 16 },
				{ label: m.case_consent_way({}, { locale }), width: 18 },
				{ label: m.case_consent_letter({}, { locale }), width: 12 },
				{ label: m.case_consent_recorded({}, { locale }), width: 22 }
			],
			rows: consents.map((consent) => [
				cell(capitalised(purposeLabel(consent.purpose, locale))),
				cell(consentLabel(consent.state, locale)),
				cell(formatPartialDate(consent.decidedOn, locale)),
				cell(wayLabel(consent.way, locale)),
				cell(consent.letter),
				cell(`${consent.recordedBy}, ${formatMoment(consent.recordedAt, locale)}`)
			])
		}
	];
};

const parts = { whole: null, own: m.case_package_own_part, unknown: m.case_package_unknown_part };

const interviewBlocks = (interview: CasePackage['interviews'][number], locale: Locale): readonly Block[] => {
	const { title, areaName, wave, conductedOn, part, turns } = interview;
	const place = [areaName, wave, ...(conductedOn ? [formatPartialDate(conductedOn, locale)] : [])].join(' · ');
	const said = parts[part];
	return [
		heading(title, 2),
		text(place),
		...(said ? [text(said({}, { locale }))] : []),
		...turns.map(({ turn, speaker, text: words }): Block => text(`${turn}. ${speaker}: ${words}`))
	];
};
