import { overwriteGetLocale, type Locale } from '#lib/paraglide/runtime.js';

// The language in which the server wrote this page; another one comes with a page of its own. A cookie is read far slower,
// and would be read again for each of a thousand turns.
const shown = document.documentElement.lang as Locale;

overwriteGetLocale(() => shown);
