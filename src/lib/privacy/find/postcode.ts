import type { Hit, Reading } from '../reading.ts';

/** Four figures from 1000 and two letters, but never SA, SD or SS, which were not given out. */
const postcode = /(?<![\p{L}\d.,-])[1-9]\d{3}[ \u00A0]?(?!SA|SD|SS)[A-Z]{2}(?![\p{L}\d])/gu;
const lowerCase = /(?<![\p{L}\d.,-])[1-9]\d{3}(?!sa|sd|ss)[a-z]{2}(?![\p{L}\d])/gu;

/** Dutch postcodes; in lower case only when the letters stand against the figures, since "2015 en" is none. */
export const findPostcodes = ({ text }: Reading): readonly Hit[] => [
	...[...text.matchAll(postcode)].map(({ 0: found, index }): Hit => ({
		from: index,
		to: index + found.length,
		kind: 'postcode',
		rule: 'postcode',
		sureness: 'likely'
	})),
	...[...text.matchAll(lowerCase)].map(({ 0: found, index }): Hit => ({
		from: index,
		to: index + found.length,
		kind: 'postcode',
		rule: 'postcode',
		sureness: 'maybe'
	}))
];
