import type { AreaKind } from '../domain/area/area.ts';
import type { StudyKind } from '../domain/area/study.ts';
import type { IndicatorRelation } from '../domain/codebook/code.ts';
import type { Valence } from '../domain/coding/valence.ts';
import type { Direction, IndicatorKind } from '../domain/indicator/indicator.ts';
import type { ExplanationKind, ExplanationStrength, Recognised, Voice } from '../domain/integration/explanation.ts';
import type { Fit } from '../domain/integration/fit.ts';
import type { Role } from '../domain/project/membership.ts';
import type { Group, SourceStatus } from '../domain/source/source.ts';
import type { SpeakerRole } from '../domain/source/speaker.ts';
import * as m from '../paraglide/messages.js';
import { readersLocale, type Locale, type Saying } from './locale.ts';

/** A function that says a value of one kind in the reader's language. */
type Label<K extends string> = (value: K, locale?: Locale) => string;

/** How figures and voices relate: "Bevestigt deels". */
export const fitLabel: Label<Fit> = (value, locale = readersLocale()) => fitLabels[value]({}, { locale });
/** "bewoner" or "professional"; what is nobody's voice is an "observatie". */
export const groupLabel = (value: Group | null, locale: Locale = readersLocale()): string =>
	(value === null ? m.source_kind_observation : groupLabels[value])({}, { locale });
/** "gaat vooruit", "kan beter". */
export const valenceLabel: Label<Valence> = (value, locale = readersLocale()) => valenceLabels[value]({}, { locale });
/** Where an interview is on its way. */
export const sourceStatusLabel: Label<SourceStatus> = (value, locale = readersLocale()) =>
	sourceStatusLabels[value]({}, { locale });
/** Who speaks. */
export const speakerRoleLabel: Label<SpeakerRole> = (value, locale = readersLocale()) =>
	speakerRoleLabels[value]({}, { locale });
/** What a member does in a project. */
export const roleLabel: Label<Role> = (value, locale = readersLocale()) => roleLabels[value]({}, { locale });
/** How an indicator belongs to a theme. */
export const relationLabel: Label<IndicatorRelation> = (value, locale = readersLocale()) =>
	relationLabels[value]({}, { locale });
/** Which way is better. */
export const directionLabel: Label<Direction> = (value, locale = readersLocale()) =>
	directionLabels[value]({}, { locale });
/** How a figure came about. */
export const indicatorKindLabel: Label<IndicatorKind> = (value, locale = readersLocale()) =>
	indicatorKindLabels[value]({}, { locale });
/** What a place is. */
export const areaKindLabel: Label<AreaKind> = (value, locale = readersLocale()) =>
	areaKindLabels[value]({}, { locale });
/** What a part of the research is. */
export const studyKindLabel: Label<StudyKind> = (value, locale = readersLocale()) =>
	studyKindLabels[value]({}, { locale });
/** What an explanation looks for the cause in. */
export const explanationKindLabel: Label<ExplanationKind> = (value, locale = readersLocale()) =>
	explanationKindLabels[value]({}, { locale });
/** How much stands behind an explanation. */
export const explanationStrengthLabel: Label<ExplanationStrength> = (value, locale = readersLocale()) =>
	explanationStrengthLabels[value]({}, { locale });
/** Whether people know it. */
export const recognisedLabel: Label<Recognised> = (value, locale = readersLocale()) =>
	recognisedLabels[value]({}, { locale });
/** Who gave an explanation. */
export const saidByLabel: Label<Voice> = (value, locale = readersLocale()) => saidByLabels[value]({}, { locale });

/** With a capital, as it stands alone: in a chip, in the cell of a table. */
export const capitalised = (text: string): string => {
	const [first = ''] = text;
	return first.toLocaleUpperCase('nl') + text.slice(first.length);
};

const fitLabels: Readonly<Record<Fit, Saying>> = {
	confirms: m.display_fit_confirms,
	'partly-confirms': m.display_fit_partly_confirms,
	expands: m.display_fit_expands,
	contradicts: m.display_fit_contradicts,
	'figures-only': m.display_fit_figures_only,
	'voices-only': m.display_fit_voices_only
};

const groupLabels: Readonly<Record<Group, Saying>> = {
	resident: m.shell_group_resident,
	professional: m.shell_group_professional
};

const valenceLabels: Readonly<Record<Valence, Saying>> = {
	forward: m.shell_valence_forward,
	backward: m.shell_valence_backward,
	good: m.shell_valence_good,
	improve: m.shell_valence_improve
};

const sourceStatusLabels: Readonly<Record<SourceStatus, Saying>> = {
	uploaded: m.source_status_uploaded,
	speakers: m.source_status_speakers,
	pseudonymising: m.source_status_pseudonymising,
	attributes: m.source_status_attributes,
	'handed-over': m.source_status_handed_over,
	released: m.source_status_released,
	restricted: m.source_status_restricted
};

const speakerRoleLabels: Readonly<Record<SpeakerRole, Saying>> = {
	interviewer: m.source_speaker_interviewer,
	respondent: m.source_speaker_respondent,
	interpreter: m.source_speaker_interpreter,
	other: m.source_speaker_other
};

const roleLabels: Readonly<Record<Role, Saying>> = {
	administrator: m.account_role_administrator,
	interviewer: m.account_role_interviewer,
	coder: m.account_role_coder,
	'codebook-manager': m.account_role_codebook_manager,
	author: m.account_role_author,
	reader: m.account_role_reader,
	'key-holder': m.account_role_key_holder
};

const relationLabels: Readonly<Record<IndicatorRelation, Saying>> = {
	'same-topic': m.display_relation_same_topic,
	cause: m.display_relation_cause,
	effect: m.display_relation_effect,
	context: m.display_relation_context
};

const directionLabels: Readonly<Record<Direction, Saying>> = {
	'higher-better': m.kernset_direction_higher_better,
	'lower-better': m.kernset_direction_lower_better,
	neutral: m.kernset_direction_neutral
};

const indicatorKindLabels: Readonly<Record<IndicatorKind, Saying>> = {
	survey: m.kernset_kind_survey,
	model: m.kernset_kind_model,
	register: m.kernset_kind_register
};

const areaKindLabels: Readonly<Record<AreaKind, Saying>> = {
	district: m.kernset_area_district,
	municipality: m.kernset_area_municipality,
	region: m.kernset_area_region,
	country: m.kernset_area_country
};

const studyKindLabels: Readonly<Record<StudyKind, Saying>> = {
	interviews: m.kernset_study_interviews,
	'network-interviews': m.kernset_study_network_interviews,
	'secondary-analysis': m.kernset_study_secondary_analysis,
	observation: m.kernset_study_observation
};

const explanationKindLabels: Readonly<Record<ExplanationKind, Saying>> = {
	substantive: m.display_explanation_substantive,
	policy: m.display_explanation_policy,
	national: m.display_explanation_national,
	method: m.display_explanation_method,
	unknown: m.display_explanation_unknown
};

const explanationStrengthLabels: Readonly<Record<ExplanationStrength, Saying>> = {
	one: m.display_strength_one,
	several: m.display_strength_several,
	supported: m.display_strength_supported
};

const recognisedLabels: Readonly<Record<Recognised, Saying>> = {
	yes: m.display_recognised_yes,
	partly: m.display_recognised_partly,
	no: m.display_recognised_no
};

const saidByLabels: Readonly<Record<Voice, Saying>> = {
	resident: m.display_said_by_resident,
	professional: m.display_said_by_professional,
	municipality: m.display_said_by_municipality,
	researcher: m.display_said_by_researcher
};
