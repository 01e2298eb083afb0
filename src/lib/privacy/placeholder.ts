import type { Utf16Offset } from '../domain/text/position.ts';

const inBrackets = /\[[^[\]\n]{1,80}\]/gu;
/** "[NAAM_1]", "[E-MAIL]", "[FUNCTIE: groep]" */
const kindInCapitals =
	/^\[(?:\p{Lu}[\p{Lu}-]*_\d+|NAAM|ADRES|POSTCODE|TELEFOON|E-MAIL|WEBSITE|ACCOUNT|BSN|REKENING|KENTEKEN|DATUM|LEEFTIJD|ORGANISATIE|FUNCTIE|NAME|ADDRESS|PHONE|DATE|AGE|ORGANISATION|FUNCTION)(?:: [^\]]*)?\]$/u;
/** "[50-59 jaar]", "[maart 1941]", "[dochter]": no capital, and too few figures for a number that leads to somebody */
const inWords = /^\[[^\p{Lu}@]*\]$/u;
const mostFigures = 4;

/** The placeholders in a text, which identify nobody any more; and other remarks in brackets without names or numbers. */
export const placeholders = (text: string): readonly { readonly from: Utf16Offset; readonly to: Utf16Offset }[] =>
	[...text.matchAll(inBrackets)]
		.filter(
			({ 0: found }) =>
				kindInCapitals.test(found) || (inWords.test(found) && (found.match(/\d/g)?.length ?? 0) <= mostFigures)
		)
		.map(({ 0: found, index }) => ({ from: index, to: index + found.length }));
