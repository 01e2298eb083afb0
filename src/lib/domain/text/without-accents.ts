/** A text as a search compares it: without capitals and accents, however the accents were typed: "cafe" finds "Café". */
export const withoutAccents = (text: string): string =>
	text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase('nl');
