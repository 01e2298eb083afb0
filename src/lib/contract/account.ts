import { z } from 'zod';
import { roles } from '../domain/project/membership.ts';
import { id, line } from './text.ts';

const email = z.string().trim().max(254).pipe(z.email());
/** Any signs; how long it must be is a rule of domain/project/password-rule.ts. */
const password = z.string().min(1).max(1000);
const key = z.string().min(1).max(200);
const locale = z.enum(['nl', 'en']);

/** What somebody who wants to sign in fills in. */
export const signInInput = z.strictObject({ email: z.string().trim().min(1).max(254), password });

/** The first administrator; `key` comes from the link on the terminal. */
export const setUpInput = z.strictObject({
	key: key.optional(),
	name: line(),
	email,
	password,
	locale: locale.default('nl')
});

/** An account made at the terminal; without a password it answers with an invitation. */
export const addUserInput = z.strictObject({
	email,
	name: line(),
	isAdministrator: z.boolean().default(false),
	password: password.optional()
});

/** Somebody new, or somebody known, gets a role in a project; or comes into the installation without one. */
export const inviteMemberInput = z.strictObject({
	email,
	name: line(),
	role: z.enum(roles).optional(),
	areaIds: z.array(id).min(1).max(500).nullable().default(null),
	isAdministrator: z.boolean().default(false)
});

/** What an invited person fills in. */
export const acceptInvitationInput = z.strictObject({ key, name: line(), password, locale: locale.default('nl') });

export const changePasswordInput = z.strictObject({ current: password, password });

export const updateAccountInput = z.strictObject({ name: line(), locale });

const longestTokenDays = 366; // a leap year: nobody remembers a token that lives longer

export const createTokenInput = z.strictObject({
	name: line(100),
	scope: z.enum(['read', 'write']).default('read'),
	projectId: id.nullable().default(null),
	days: z.int().min(1).max(longestTokenDays).default(90)
});

export const revokeTokenInput = z.strictObject({ tokenId: id });

export const endSessionInput = z.strictObject({ session: z.string().regex(/^([0-9a-f]{64}|others)$/) });

export const disableUserInput = z.strictObject({ userId: id });
