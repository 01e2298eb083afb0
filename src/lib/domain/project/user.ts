import type { UserId } from './ids.ts';

/** A person with an account. */
export type User = { readonly id: UserId; readonly email: string; readonly name: string };

/** An account, with what the installation needs to know about it. */
export type Account = User & {
	/** may make projects and manage accounts */
	readonly isAdministrator: boolean;
	readonly locale: 'nl' | 'en';
	/** invited, but no password chosen yet */
	readonly isInvited: boolean;
	readonly isDisabled: boolean;
};
