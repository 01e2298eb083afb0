import type { Role } from '#lib/domain/project/membership.ts';
import { m } from '#lib/paraglide/messages.js';

/** Roles whose work touches every area at once, so that a limit to some areas would leave nothing of it. */
export const isProjectWide = (role: Role): boolean => role === 'administrator' || role === 'codebook-manager';

/** What somebody with a role does, in one sentence. */
export const roleHint = (role: Role): string => hints[role]();

const hints: Readonly<Record<Role, () => string>> = {
	administrator: m.member_hint_administrator,
	interviewer: m.member_hint_interviewer,
	coder: m.member_hint_coder,
	'codebook-manager': m.member_hint_codebook_manager,
	author: m.member_hint_author,
	reader: m.member_hint_reader,
	'key-holder': m.member_hint_key_holder
};
