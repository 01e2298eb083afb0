import type { GroupsAgreement, LevelLine, VoiceCount, VoiceOutcome, Voices } from '../merge/voices.ts';
import * as m from '../paraglide/messages.js';
import { readersLocale, type Locale, type Saying } from './locale.ts';

const outcomes: Readonly<Record<VoiceOutcome, Saying>> = {
	forward: m.display_voices_forward,
	divided: m.display_voices_divided,
	backward: m.display_voices_backward,
	'improve-only': m.display_voices_improve_only,
	'no-direction': m.display_voices_no_direction,
	silent: m.display_voices_silent
};

const agreements: Readonly<Record<GroupsAgreement, Saying>> = {
	agree: m.display_groups_agree,
	disagree: m.display_groups_disagree,
	partly: m.display_groups_partly,
	'one-silent': m.display_groups_one_silent,
	'both-silent': m.display_groups_both_silent
};

/** "vooruit", "verdeeld", "stil". */
export const voicesLabel = (outcome: VoiceOutcome, locale: Locale = readersLocale()): string =>
	outcomes[outcome]({}, { locale });

/** "eens", "oneens", "één groep stil". */
export const groupsLabel = (groups: GroupsAgreement, locale: Locale = readersLocale()): string =>
	agreements[groups]({}, { locale });

/** "Bewoners en professionals: oneens." */
export const groupsSentence = (groups: GroupsAgreement, locale: Locale = readersLocale()): string =>
	m.display_groups_line({ agreement: groupsLabel(groups, locale) }, { locale });

/** "zorg of wens" or "geen duidelijke zorg"; null for a theme nobody mentions. */
export const levelLabel = (level: LevelLine | null, locale: Locale = readersLocale()): string | null => {
	if (level === null) return null;
	return level === 'concern' ? m.display_level_concern({}, { locale }) : m.display_level_no_concern({}, { locale });
};

/** "dun: weinig gesprekken". */
export const thinLabel = (locale: Locale = readersLocale()): string => m.display_thin({}, { locale });

/** The three counts of a group in one line: "vooruit 4 · kan beter 5 · achteruit 1 van 8 gesprekken". */
export const countLine = (count: VoiceCount, locale: Locale = readersLocale()): string => {
	const { mentions, forward, backward, improve, good, total } = count;
	if (total === 0) return m.display_count_no_interviews({}, { locale });
	if (mentions === 0) return m.display_count_silent({ total }, { locale });
	const line = m.display_count_line({ m: mentions, v: forward, a: backward, b: improve }, { locale });
	return good === 0 ? line : `${m.display_count_good({ g: good }, { locale })} · ${line}`;
};

/** How many interviews touch the theme at all: "9 van 12 gesprekken gaan over dit thema." */
export const mentionsSentence = ({ together }: Voices, locale: Locale = readersLocale()): string => {
	const { mentions, total } = together;
	if (total === 0) return m.display_say_no_interviews({}, { locale });
	if (mentions === 0) return m.display_say_silent({ total }, { locale });
	return m.display_mentions({ m: mentions, total }, { locale });
};

/**
 * What the interviews that touch a theme say about change, both groups and then each: "7 van 9 gesprekken noemen
 * vooruitgang: bewoners 4 van 5, professionals 3 van 4." Who says something else gets a sentence too, however few they
 * are: "1 noemt achteruitgang: bewoners 1 van 5, professionals 0 van 4."
 */
export const voicesSentence = (voices: Voices, locale: Locale = readersLocale()): string => {
	const { together } = voices;
	if (together.outcome === 'silent') return mentionsSentence(voices, locale);
	const main = m.display_say_by_group(
		{ sentence: mainWords(together, locale), ...byGroup(voices, together.outcome, locale) },
		{ locale }
	);
	return [main, ...besidesOf(voices, locale)].join(' ');
};

/** What else is said than the outcome: the other direction, and how it is now. */
const besidesOf = (voices: Voices, locale: Locale): readonly string[] => {
	const { outcome, forward: v, backward: a, improve: b, good: g } = voices.together;
	return [
		...(outcome === 'forward' && a > 0
			? [m.display_say_backward_too({ a, ...byGroup(voices, 'backward', locale) }, { locale })]
			: []),
		...(outcome === 'backward' && v > 0
			? [m.display_say_forward_too({ v, ...byGroup(voices, 'forward', locale) }, { locale })]
			: []),
		...(outcome !== 'improve-only' && b > 0 ? [m.display_say_improve_too({ b }, { locale })] : []),
		...(g > 0 ? [m.display_say_good_too({ g }, { locale })] : [])
	];
};

/** What each group says of an outcome: "bewoners 4 van 5", "professionals 3 van 4". */
const byGroup = ({ resident, professional }: Voices, outcome: VoiceOutcome, locale: Locale) => ({
	residents: groupWords(resident, outcome, residentWords, locale),
	professionals: groupWords(professional, outcome, professionalWords, locale)
});

const mainWords = (count: VoiceCount, locale: Locale): string => {
	const { mentions, forward, backward, improve, outcome } = count;
	switch (outcome) {
		case 'forward':
			return m.display_say_forward({ v: forward, m: mentions }, { locale });
		case 'backward':
			return m.display_say_backward({ a: backward, m: mentions }, { locale });
		case 'divided':
			return m.display_say_divided({ v: forward, a: backward, m: mentions }, { locale });
		case 'improve-only':
			return m.display_say_improve({ b: improve, m: mentions }, { locale });
		case 'no-direction':
			return m.display_say_no_direction({ m: mentions }, { locale });
		case 'silent':
			return m.display_say_silent({ total: count.total }, { locale });
		default:
			return outcome satisfies never;
	}
};

const residentWords = {
	of: m.display_residents_of,
	two: m.display_residents_two,
	plain: m.display_residents_plain,
	silent: m.display_residents_silent
};
const professionalWords = {
	of: m.display_professionals_of,
	two: m.display_professionals_two,
	plain: m.display_professionals_plain,
	silent: m.display_professionals_silent
};

/** One group's part in the sentence about both. */
const groupWords = (
	count: VoiceCount,
	outcome: VoiceOutcome,
	words: typeof residentWords | typeof professionalWords,
	locale: Locale
): string => {
	const { mentions, forward, backward, improve } = count;
	if (mentions === 0) return words.silent({}, { locale });
	if (outcome === 'divided') return words.two({ v: forward, a: backward, m: mentions }, { locale });
	if (outcome === 'no-direction') return words.plain({ m: mentions }, { locale });
	const n = outcome === 'forward' ? forward : outcome === 'backward' ? backward : improve;
	return words.of({ n, m: mentions }, { locale });
};
