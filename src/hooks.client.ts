import { getLocale, overwriteGetLocale } from '#lib/paraglide/runtime.js';

// A browser takes its time to read a cookie: once for all that is said in one go, and not for each of a thousand turns.
const readLocale = getLocale;
let known: ReturnType<typeof getLocale> | null = null;

overwriteGetLocale(() => {
	if (known !== null) return known;
	queueMicrotask(() => (known = null));
	return (known = readLocale());
});
