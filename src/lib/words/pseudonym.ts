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
	const say = byKey.get(`pseudonym_rule_${rule.replaceAll('-', '_')}`) ?? m.pseudonym_rule_other;
	return say({}, { locale });
};

const byKey = new Map<string, Saying>(
	Object.entries(m).flatMap(([key, value]) =>
		key.startsWith('pseudonym_rule_') && typeof value === 'function' ? [[key, value as Saying]] : []
	)
);

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

/** How far the names of a text are, as a sentence. */
export const stageSentence = (stage: PseudonymStage): string =>
	stage === 'waiting'
		? m.pseudonym_waiting()
		: stage === 'sent-back'
			? m.pseudonym_stage_sent_back()
			: m.pseudonym_stage_busy();
