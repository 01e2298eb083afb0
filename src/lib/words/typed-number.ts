import { readersLocale, type Locale } from './locale.ts';

/**
 * A number as somebody would type it: a decimal comma in Dutch, no grouping. With three decimals a zero follows, since
 * "1,234" could as well be a thousand.
 */
export const typedNumber = (value: number | null, locale: Locale = readersLocale()): string => {
	if (value === null) return '';
	const plain = /^-?[1-9]\d{0,2}\.\d{3}$/.test(String(value)) ? `${value}0` : String(value);
	return locale === 'nl' ? plain.replace('.', ',') : plain;
};
