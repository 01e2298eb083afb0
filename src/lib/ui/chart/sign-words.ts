import type { Group } from '#lib/domain/source/source.ts';
import { m } from '#lib/paraglide/messages.js';
import type { SignMark } from './sign.ts';

const states: Readonly<Record<SignMark, () => string>> = {
	forward: m.shell_valence_forward,
	backward: m.shell_valence_backward,
	'change-both': m.shell_sign_change_both,
	good: m.shell_valence_good,
	improve: m.shell_valence_improve,
	'level-both': m.shell_sign_level_both,
	none: m.shell_sign_none
};

const groups: Readonly<Record<Group, () => string>> = {
	resident: m.shell_group_resident,
	professional: m.shell_group_professional
};

/** The group in words; what is nobody's voice is an observation. */
export const groupWord = (group: Group | null): string =>
	group === null ? m.source_kind_observation() : groups[group]();

/** What a sign says, in words. */
export const markWord = (mark: SignMark): string => states[mark]();

/** The whole sign as a sentence: "VOL-B-01, bewoner: gaat vooruit". */
export const signSentence = (name: string, group: Group, mark: SignMark): string =>
	m.shell_sign_label({ name, group: groupWord(group), state: markWord(mark) });
