import type { IdentifierKind, Sureness } from '../domain/source/identifier.ts';
import type { PseudonymStage } from '../domain/source/pseudonym.ts';
import * as m from '../paraglide/messages.js';
import { readersLocale, type Locale, type Saying } from './locale.ts';

/** What words point to: "naam", "bankrekening". */
export const identifierKindLabel = (kind: IdentifierKind, locale: Locale = readersLocale()): string =>
	kinds[kind]({}, { locale });

/** How sure a rule is: "waarschijnlijk". */
export const surenessLabel = (sureness: Sureness, locale: Locale = readersLocale()): string =>
	surenesses[sureness]({}, { locale });

/** Why a rule proposes these words; a rule without words of its own says that it is one of this kind. */
export const ruleWords = (rule: string, locale: Locale = readersLocale()): string => {
	const say = Object.hasOwn(rules, rule) ? rules[rule] : undefined;
	return (say ?? m.pseudonym_rule_other)({}, { locale });
};

/** Named one by one, so that a page brings these sentences along and no others. */
const rules: Readonly<Record<string, Saying>> = {
	'own-choice': m.pseudonym_rule_own_choice,
	'title-and-name': m.pseudonym_rule_title_and_name,
	'first-name': m.pseudonym_rule_first_name,
	'first-name-and-surname': m.pseudonym_rule_first_name_and_surname,
	'infix-and-name': m.pseudonym_rule_infix_and_name,
	'initials-and-name': m.pseudonym_rule_initials_and_name,
	surname: m.pseudonym_rule_surname,
	'known-name': m.pseudonym_rule_known_name,
	'listed-name': m.pseudonym_rule_listed_name,
	'role-and-name': m.pseudonym_rule_role_and_name,
	'naming-and-name': m.pseudonym_rule_naming_and_name,
	'capital-in-sentence': m.pseudonym_rule_capital_in_sentence,
	'capital-and-verb': m.pseudonym_rule_capital_and_verb,
	'article-and-name': m.pseudonym_rule_article_and_name,
	'speaker-label': m.pseudonym_rule_speaker_label,
	'street-and-number': m.pseudonym_rule_street_and_number,
	street: m.pseudonym_rule_street,
	postcode: m.pseudonym_rule_postcode,
	phone: m.pseudonym_rule_phone,
	'phone-in-words': m.pseudonym_rule_phone_in_words,
	email: m.pseudonym_rule_email,
	'email-in-words': m.pseudonym_rule_email_in_words,
	website: m.pseudonym_rule_website,
	account: m.pseudonym_rule_account,
	'account-in-words': m.pseudonym_rule_account_in_words,
	bsn: m.pseudonym_rule_bsn,
	'bsn-in-words': m.pseudonym_rule_bsn_in_words,
	iban: m.pseudonym_rule_iban,
	'iban-mistyped': m.pseudonym_rule_iban_mistyped,
	plate: m.pseudonym_rule_plate,
	'plate-without-dashes': m.pseudonym_rule_plate_without_dashes,
	'date-in-figures': m.pseudonym_rule_date_in_figures,
	'date-in-words': m.pseudonym_rule_date_in_words,
	'year-of-birth': m.pseudonym_rule_year_of_birth,
	age: m.pseudonym_rule_age,
	'age-in-words': m.pseudonym_rule_age_in_words,
	'organisation-listed': m.pseudonym_rule_organisation_listed,
	'known-organisation': m.pseudonym_rule_known_organisation,
	'kind-and-name': m.pseudonym_rule_kind_and_name,
	'function-listed': m.pseudonym_rule_function_listed,
	'function-of-place': m.pseudonym_rule_function_of_place,
	indirect: m.pseudonym_rule_indirect
};

const kinds: Readonly<Record<IdentifierKind, Saying>> = {
	name: m.pseudonym_kind_name,
	address: m.pseudonym_kind_address,
	postcode: m.pseudonym_kind_postcode,
	phone: m.pseudonym_kind_phone,
	email: m.pseudonym_kind_email,
	website: m.pseudonym_kind_website,
	account: m.pseudonym_kind_account,
	bsn: m.pseudonym_kind_bsn,
	iban: m.pseudonym_kind_iban,
	plate: m.pseudonym_kind_plate,
	date: m.pseudonym_kind_date,
	age: m.pseudonym_kind_age,
	organisation: m.pseudonym_kind_organisation,
	function: m.pseudonym_kind_function,
	indirect: m.pseudonym_kind_indirect
};

const surenesses: Readonly<Record<Sureness, Saying>> = {
	certain: m.pseudonym_sureness_certain,
	likely: m.pseudonym_sureness_likely,
	maybe: m.pseudonym_sureness_maybe
};

/** How far the names of a text are, as sentences; `open` = things found that nobody decided on. */
export const stageSentence = (stage: PseudonymStage, open: number): string => {
	if (stage === 'waiting') return m.pseudonym_waiting();
	if (stage === 'sent-back') return m.pseudonym_stage_sent_back();
	return open > 0 ? `${m.pseudonym_stage_busy()} ${m.pseudonym_stage_open({ n: open })}` : m.pseudonym_stage_busy();
};
