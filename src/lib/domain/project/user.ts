import type { UserId } from './ids.ts';

/** A person with an account. */
export type User = { readonly id: UserId; readonly email: string; readonly name: string };
