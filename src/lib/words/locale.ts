import { getLocale as paraglideLocale } from '../paraglide/runtime.js';

/** The languages of the interface. */
export type Locale = 'nl' | 'en';

/** The reader's language: of the page in the browser, of the request on the server. */
export const readersLocale = (): Locale => paraglideLocale();

/** A message without values. */
export type Saying = (inputs: Record<string, never>, options: { locale: Locale }) => string;
