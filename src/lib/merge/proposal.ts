import type { Fit } from '../domain/integration/fit.ts';

/**
 * What the rules propose for a theme; null = no data. The note is shown behind the fit:
 * `better-not-good` "beter, maar nog niet goed", `mentioned` "thema wel genoemd".
 */
export type Proposal = { readonly fit: Fit | null; readonly note: 'better-not-good' | 'mentioned' | null };
