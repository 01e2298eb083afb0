import { readersLocale, type Locale } from './locale.ts';

const tags: Readonly<Record<Locale, string>> = { nl: 'nl-NL', en: 'en-GB' };
const zone = 'Europe/Amsterdam'; // the monitor is Dutch: a decision at 23:30 UTC was made the next day

/** A moment (ISO 8601, UTC) as a day: "12 maart 2025". */
export const formatDay = (at: string, locale: Locale = readersLocale()): string =>
	format(at, locale, { day: 'numeric', month: 'long', year: 'numeric' });

/** A moment as a day and a time: "12 maart 2025 om 14:05". */
export const formatMoment = (at: string, locale: Locale = readersLocale()): string =>
	format(at, locale, { dateStyle: 'long', timeStyle: 'short' });

/** The date of an interview as it was given, as a year, a month or a day: "2025", "maart 2025", "12 maart 2025". */
export const formatPartialDate = (date: string, locale: Locale = readersLocale()): string => {
	const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date) ?? [];
	if (year === undefined) return date;
	if (month === undefined) return year;
	const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
	const parts: Intl.DateTimeFormatOptions = { month: 'long', year: 'numeric', timeZone: 'UTC' };
	return new Intl.DateTimeFormat(tags[locale], day === undefined ? parts : { ...parts, day: 'numeric' }).format(at);
};

const format = (at: string, locale: Locale, options: Intl.DateTimeFormatOptions): string => {
	const date = new Date(at);
	if (Number.isNaN(date.getTime())) throw new RangeError(`"${at}" is no moment`);
	return new Intl.DateTimeFormat(tags[locale], { ...options, timeZone: zone }).format(date);
};
