/*
 * Dutch numbers in words, without accents: "drieenveertig" is 43. What a transcript holds is what was said, so ages, dates and
 * telephone numbers often stand in words.
 */
const units = ['nul', 'een', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen'];
const teens = [
	'tien',
	'elf',
	'twaalf',
	'dertien',
	'veertien',
	'vijftien',
	'zestien',
	'zeventien',
	'achttien',
	'negentien'
];
const tens = ['', '', 'twintig', 'dertig', 'veertig', 'vijftig', 'zestig', 'zeventig', 'tachtig', 'negentig'];

const cardinals = new Map<string, number>();
[...units, ...teens].forEach((word, value) => cardinals.set(word, value));
tens.forEach((ten, value) => {
	if (ten === '') return;
	cardinals.set(ten, value * 10);
	units.slice(1).forEach((unit, index) => {
		cardinals.set(`${unit}en${ten}`, value * 10 + index + 1);
		cardinals.set(`${unit}-en-${ten}`, value * 10 + index + 1);
	});
});
const belowHundred = new Map(cardinals);
cardinals.set('honderd', 100);
for (const [word, value] of belowHundred)
	if (value > 0) {
		cardinals.set(`honderd${word}`, 100 + value);
		cardinals.set(`honderden${word}`, 100 + value);
	}

/** The value of one folded word, from 0 to 199; null when it is no number. */
export const numberOfWord = (folded: string): number | null => cardinals.get(folded) ?? null;

const ordinals = new Map<string, number>();
for (const [word, value] of belowHundred)
	if (value > 0 && value < 32)
		ordinals.set(value < 20 && value !== 1 && value !== 8 ? `${word}de` : `${word}ste`, value);
ordinals.delete('driede');
ordinals.set('eerste', 1).set('derde', 3);

/** A day of the month in words: "zestiende" or "zestien". */
export const dayOfWord = (folded: string): number | null => {
	const value = ordinals.get(folded) ?? belowHundred.get(folded) ?? null;
	return value !== null && value >= 1 && value <= 31 ? value : null;
};

/** A year in one folded word: "negentienachtenvijftig", "negentienhonderdzestig", "tweeduizendvier". */
export const yearOfWord = (folded: string): number | null => {
	const nineteen = /^negentien(?:honderd)?(?:en)?(.+)$/.exec(folded)?.[1];
	if (nineteen !== undefined) {
		const rest = belowHundred.get(nineteen);
		return rest !== undefined && rest > 0 ? 1900 + rest : null;
	}
	if (folded === 'tweeduizend') return 2000;
	const since = /^(?:tweeduizend|twintig)(?:en)?(.+)$/.exec(folded)?.[1];
	const rest = since === undefined ? undefined : belowHundred.get(since);
	return rest !== undefined && rest > 0 ? 2000 + rest : null;
};

/** What somebody who spells a number says with this word, as digits: "vierentwintig" is "24"; null when it is no number. */
export const digitsOfWord = (folded: string): string | null => {
	const value = belowHundred.get(folded);
	return value === undefined ? null : String(value);
};
