import type { ConsentNow, ConsentPurpose, ConsentWay } from '../domain/case/consent.ts';
import { isStandardKey, type StandardKey, type Variable } from '../domain/case/variable.ts';
import type { WrittenKind } from '../domain/text/written-kind.ts';
import * as m from '../paraglide/messages.js';
import { languageLabel } from './language.ts';
import { readersLocale, type Locale, type Saying } from './locale.ts';

const purposes: Readonly<Record<ConsentPurpose, Saying>> = {
	participation: m.case_purpose_participation,
	recording: m.case_purpose_recording,
	quotes: m.case_purpose_quotes,
	archive: m.case_purpose_archive,
	'special-data': m.case_purpose_special_data,
	parental: m.case_purpose_parental
};
const states: Readonly<Record<ConsentNow, Saying>> = {
	given: m.case_consent_given,
	refused: m.case_consent_refused,
	withdrawn: m.case_consent_withdrawn,
	unknown: m.case_consent_unknown
};
const ways: Readonly<Record<ConsentWay, Saying>> = {
	paper: m.case_way_paper,
	digital: m.case_way_digital,
	spoken: m.case_way_spoken
};
const names: Readonly<Record<StandardKey, Saying>> = {
	ageBand: m.case_variable_age_band,
	residenceBand: m.case_variable_residence_band,
	functionGroup: m.case_variable_function_group,
	language: m.case_variable_language,
	interpreter: m.case_variable_interpreter,
	form: m.case_variable_form,
	minor: m.case_variable_minor
};

/** What a person is asked for: "meedoen aan het onderzoek". */
export const purposeLabel = (purpose: ConsentPurpose, locale: Locale = readersLocale()): string =>
	purposes[purpose]({}, { locale });

/** What holds now: "ja", "nee", "ingetrokken", "niet vastgelegd". */
export const consentLabel = (state: ConsentNow, locale: Locale = readersLocale()): string =>
	states[state]({}, { locale });

/** How it was said: "op papier". */
export const wayLabel = (way: ConsentWay, locale: Locale = readersLocale()): string => ways[way]({}, { locale });

/** What a property of people is called: by the project, else by the program. */
export const variableName = ({ key, name }: Pick<Variable, 'key' | 'name'>, locale: Locale = readersLocale()): string =>
	name ?? (isStandardKey(key) ? names[key]({}, { locale }) : key);

/** A class as one reads it: yes and no in the reader's language, a language by its name. */
export const className = (key: string, name: string, locale: Locale = readersLocale()): string => {
	if (key === 'interpreter' || key === 'minor')
		return name === 'yes' ? m.case_yes({}, { locale }) : m.case_no({}, { locale });
	return key === 'language' ? languageLabel(name, locale) : name;
};

const written: Readonly<Record<WrittenKind, (inputs: { n: number }, options: { locale: Locale }) => string>> = {
	memo: m.case_written_memo,
	codebook: m.case_written_codebook,
	explanation: m.case_written_explanation,
	decision: m.case_written_decision,
	task: m.case_written_task,
	report: m.case_written_report,
	comment: m.case_written_comment,
	publication: m.case_written_publication,
	lesson: m.case_written_lesson,
	study: m.case_written_study,
	figure: m.case_written_figure,
	interview: m.case_written_interview
};

/** So many texts of a kind: "2 memo's". */
export const writtenLabel = (kind: WrittenKind, n: number, locale: Locale = readersLocale()): string =>
	written[kind]({ n }, { locale });
